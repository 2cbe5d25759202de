/**
 * Time scales of the field.
 *
 * <p>Sees nothing of Herald.
 */
@NullMarked
package org.heralddata.model.time;

import org.jspecify.annotations.NullMarked;

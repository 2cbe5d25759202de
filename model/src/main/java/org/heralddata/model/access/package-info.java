/**
 * Who asks, and what groups are.
 *
 * <p>Sees nothing of Herald.
 */
@NullMarked
package org.heralddata.model.access;

import org.jspecify.annotations.NullMarked;

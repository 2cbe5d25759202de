/**
 * What was published, what became of it, and what is therefore still given out.
 *
 * <p>Sees store and model.
 */
@NullMarked
package org.heralddata.query.publication;

import org.jspecify.annotations.NullMarked;

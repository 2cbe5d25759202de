/**
 * Releases in the database and in the making: rows of the table {@code release} are the truth, everything else follows.
 *
 * <p>Sees model and the packages beside it.
 */
@NullMarked
package org.heralddata.store.release;

import org.jspecify.annotations.NullMarked;

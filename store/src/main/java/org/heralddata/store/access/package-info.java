/**
 * Restrictions that were put on collections and releases after these were made, in the database.
 *
 * <p>Sees model and database. What a release itself says stays in {@code store.release}.
 */
@NullMarked
package org.heralddata.store.access;

import org.jspecify.annotations.NullMarked;

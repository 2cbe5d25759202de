/**
 * DOIs and withdrawals in the database.
 *
 * <p>Sees model and database. What was published stays in {@code store.release}; here is only what became of it.
 */
@NullMarked
package org.heralddata.store.publication;

import org.jspecify.annotations.NullMarked;

/**
 * What is done with accounts, over the tables of migration V7. Every class is safe for many threads and many processes.
 *
 * <p>Sees the values of {@code accounts}, and of store the database.
 */
@NullMarked
package org.heralddata.accounts.desk;

import org.jspecify.annotations.NullMarked;

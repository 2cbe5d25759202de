/**
 * PostgreSQL: the one that comes with Herald, started and shared by the processes of a home, or a server of the user's own.
 *
 * <p>Sees model. Binaries are those of zonky.io, unpacked to the user's cache folder; tables are those of
 * {@code db/migration}.
 */
@NullMarked
package org.heralddata.store.database;

import org.jspecify.annotations.NullMarked;

/**
 * One table of a release: what its files have to give, what it will look like, and its rows from reader to store.
 *
 * <p>Sees model, spi, store and the other packages of ingest but its face.
 */
@NullMarked
package org.heralddata.ingest.table;

import org.jspecify.annotations.NullMarked;

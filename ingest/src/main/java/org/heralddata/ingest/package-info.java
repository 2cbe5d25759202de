/**
 * From an experiment's files to a release: finds the files that a descriptor names, reads them by whatever format they
 * are of, checks and converts their columns, computes time, sky position and identifier of each event, and hands the rows
 * to the store with what was counted and where all came from.
 *
 * <p>Sees model, spi, descriptor and store; formats only through {@link org.heralddata.spi.Formats}.
 */
@NullMarked
package org.heralddata.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue of files: finds the files that a descriptor names, takes metadata from those that are new or changed, and
 * registers them; files stay where they are.
 *
 * <p>Sees model, spi, descriptor and store.
 */
@NullMarked
package org.heralddata.ingest.files;

import org.jspecify.annotations.NullMarked;

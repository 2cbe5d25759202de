/**
 * What a curator does: draft and check descriptors, ingest releases, verify them.
 *
 * <p>Sees descriptor, ingest, store and spi.
 */
@NullMarked
package org.heralddata.app.curate;

import org.jspecify.annotations.NullMarked;

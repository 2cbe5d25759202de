/** The files that a source names, and their checksums. Sees spi and model. */
@NullMarked
package org.heralddata.ingest.source;

import org.jspecify.annotations.NullMarked;

/** What can be wrong between a descriptor and its files, gathered to be told together. Sees the model only. */
@NullMarked
package org.heralddata.ingest.mistake;

import org.jspecify.annotations.NullMarked;

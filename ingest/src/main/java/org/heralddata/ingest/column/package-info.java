/** From a file's column to a published one: elements, missing values, types, units, statistics. Sees the model only. */
@NullMarked
package org.heralddata.ingest.column;

import org.jspecify.annotations.NullMarked;

/** Tests of Parquet. */
@NullMarked
package org.heralddata.formats.parquet;

import org.jspecify.annotations.NullMarked;

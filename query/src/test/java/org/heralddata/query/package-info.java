/** A small collection in Parquet files, made by the tests themselves. */
@NullMarked
package org.heralddata.query;

import org.jspecify.annotations.NullMarked;

/**
 * Text as tables: CSV, TSV, blank-separated columns and JSON, read and written in one pass over bytes.
 *
 * <p>Sees spi and model. A first pass over the whole file settles the type of every column and the number of rows, so that
 * nothing read later can contradict it; the second makes vectors. Follows RFC 4180 (CSV), RFC 8259 (JSON) and ISO 8601.
 */
@NullMarked
package org.heralddata.formats.text;

import org.jspecify.annotations.NullMarked;

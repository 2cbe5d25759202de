/**
 * What a format implements: reading tables as batches of columns, writing them, and taking metadata from files.
 *
 * <p>Sees model only. Implementations are found by {@link java.util.ServiceLoader}; {@link org.heralddata.spi.Formats} and
 * {@link org.heralddata.spi.Extractors} alone ask it. To add a format: a module under {@code formats/}, one {@link org.heralddata.spi.TableReader}
 * or {@link org.heralddata.spi.TableWriter} or both, a page in {@code docs/reference/formats/}.
 */
@NullMarked
package org.heralddata.spi;

import org.jspecify.annotations.NullMarked;

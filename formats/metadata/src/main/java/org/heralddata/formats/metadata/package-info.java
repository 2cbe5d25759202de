/**
 * Takes metadata from what lies beside a file and from the text within it.
 *
 * <p>Sees spi and model. {@link org.heralddata.formats.metadata.SidecarExtractor} reads JSON, YAML and lines of {@code key =
 * value}; {@link org.heralddata.formats.metadata.TextExtractor} searches the first bytes of the file itself.
 */
@NullMarked
package org.heralddata.formats.metadata;

import org.jspecify.annotations.NullMarked;

/**
 * Collection descriptors: read from YAML, checked as a whole, and drafted from files.
 *
 * <p>Sees model and spi. A curator's mistakes are told all together, each with line and column; the form is that of
 * {@code docs/reference/descriptor.md}. {@link org.heralddata.descriptor.DescriptorParser} works on text alone; only
 * {@link org.heralddata.descriptor.Descriptors} and {@link org.heralddata.descriptor.DescriptorDraft} touch files.
 */
@NullMarked
package org.heralddata.descriptor;

import org.jspecify.annotations.NullMarked;

/**
 * RNTuple, ROOT's columnar event data since 2024: anchor, envelopes, pages, and fields brought to columns.
 *
 * <p>Sees {@code file} and {@code compress}. Follows the RNTuple Binary Format Specification 1.0; what a later version adds is
 * passed over, named if it holds data.
 *
 * @see <a href="https://github.com/root-project/root/blob/master/tree/ntuple/doc/BinaryFormatSpecification.md">RNTuple
 *     Binary Format Specification</a>
 */
@NullMarked
package org.heralddata.formats.root.ntuple;

import org.jspecify.annotations.NullMarked;

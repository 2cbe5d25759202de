/**
 * ROOT's compression blocks: bytes in, bytes out.
 *
 * <p>Sees {@code spi.bytes} only. An object, basket, page or envelope is one or several blocks, each of at most 16 MiB - 1
 * before and after compression, behind a header of 9 bytes: two letters of the algorithm, one byte of its version, and
 * both sizes in 3 bytes, little-endian (ROOT's {@code core/zip}; RNTuple Binary Format Specification 1.0, "Compression
 * Block").
 */
@NullMarked
package org.heralddata.formats.root.compress;

import org.jspecify.annotations.NullMarked;

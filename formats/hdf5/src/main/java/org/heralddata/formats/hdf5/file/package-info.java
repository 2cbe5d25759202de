/**
 * The structures of an HDF5 file: superblock, object headers, groups, heaps, B-trees, chunks, datatypes.
 *
 * <p>Follows the HDF5 File Format Specification, version 3.0 (The HDF Group). Sees only the filters. Every read is
 * checked against the length of the file before memory is taken for it; whatever is wrong becomes a
 * {@link org.heralddata.formats.hdf5.file.FormatException} with its byte.
 */
@NullMarked
package org.heralddata.formats.hdf5.file;

import org.jspecify.annotations.NullMarked;

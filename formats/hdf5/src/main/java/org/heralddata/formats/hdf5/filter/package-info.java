/**
 * What HDF5 does to a chunk on its way into the file, undone: deflate, shuffle, checksums, LZF, LZ4, bitshuffle.
 *
 * <p>Sees nothing of Herald. No filter writes more than it was given room for, so that a lying chunk cannot exhaust
 * memory. Numbers of filters are those registered with The HDF Group.
 */
@NullMarked
package org.heralddata.formats.hdf5.filter;

import org.jspecify.annotations.NullMarked;

/**
 * Writes one table as a group of extendible, chunked, compressed datasets, in a stream of batches.
 *
 * <p>Follows the HDF5 File Format Specification, version 3.0, in what the C library reads since 1.8: superblock 2, object
 * headers 2, chunk index B-tree 1. Memory is a few chunks a column, whatever the number of rows.
 */
@NullMarked
package org.heralddata.formats.hdf5.write;

import org.jspecify.annotations.NullMarked;

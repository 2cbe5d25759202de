/**
 * Reads the tables of HDF5 files, and writes them.
 *
 * <p>What counts as a table is told in {@code docs/reference/formats/hdf5.md}. The structures of the file are in
 * {@code file}, its filters in {@code filter}, values in {@code cells}, writing in {@code write}; attributes follow the
 * habits of PyTables, pandas, h5py, netCDF-4, astropy and IceTray.
 */
@NullMarked
package org.heralddata.formats.hdf5;

import org.jspecify.annotations.NullMarked;

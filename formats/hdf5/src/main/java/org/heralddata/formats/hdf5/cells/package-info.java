/**
 * From the bytes of rows to the vectors of columns: numbers of any width and order, strings, lists, arrays.
 *
 * <p>Sees the datatypes of the file and the vectors of model; no files.
 */
@NullMarked
package org.heralddata.formats.hdf5.cells;

import org.jspecify.annotations.NullMarked;

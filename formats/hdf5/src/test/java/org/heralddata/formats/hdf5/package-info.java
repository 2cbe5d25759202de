/** Claims about reading and writing HDF5. */
@NullMarked
package org.heralddata.formats.hdf5;

import org.jspecify.annotations.NullMarked;

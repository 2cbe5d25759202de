/** The libraries that Herald's own FITS and HDF5 code stands in for, measured beside it. */
@NullMarked
package org.heralddata.bench.peers;

import org.jspecify.annotations.NullMarked;

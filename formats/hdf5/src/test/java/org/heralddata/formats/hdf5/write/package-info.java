/** Claims about the parts of the writer. */
@NullMarked
package org.heralddata.formats.hdf5.write;

import org.jspecify.annotations.NullMarked;

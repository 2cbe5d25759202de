/** Reads EventIO files of CORSIKA IACT and sim_telarray. */
@NullMarked
package org.heralddata.formats.eventio;

import org.jspecify.annotations.NullMarked;

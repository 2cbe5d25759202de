/** Reads KM3NeT detector files, DAQ data and EVT. */
@NullMarked
package org.heralddata.formats.km3net;

import org.jspecify.annotations.NullMarked;

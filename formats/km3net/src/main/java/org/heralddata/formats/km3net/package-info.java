/**
 * Reads files of KM3NeT's own: detector descriptions (DETX, DATX), binary data of the data acquisition, and event lists (EVT).
 *
 * <p>Sees spi and model. Each kind has a walk that comes by its parts and a table file of one pass a table. Sources: KM3NeT's public
 * data format definitions (km3net-dataformat), as documented by km3pipe and KM3io.jl.
 */
@NullMarked
package org.heralddata.formats.km3net;

import org.jspecify.annotations.NullMarked;

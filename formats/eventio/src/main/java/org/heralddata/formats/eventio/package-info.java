/**
 * Reads EventIO files: CORSIKA's IACT output and what sim_telarray writes.
 *
 * <p>Sees spi and model. A file is a tree of objects, each with type, version, id and length; {@code ObjectWalk} comes by all of
 * them, {@code Around} remembers what a piece of data belongs to. Most objects are sequences of fields, told in
 * {@code objects.txt} and read by {@code FieldTable}; the others have a class each. Sources: K. Bernloehr, "The eventio data
 * format" and the public headers of hessio and CORSIKA's IACT package, as documented by pyeventio.
 */
@NullMarked
package org.heralddata.formats.eventio;

import org.jspecify.annotations.NullMarked;

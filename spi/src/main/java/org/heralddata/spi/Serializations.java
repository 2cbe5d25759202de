package org.heralddata.spi;

import java.util.List;
import java.util.Map;

/** A writer that can hold the rows in several ways, and may say more of columns than {@code Column} does. */
public interface Serializations extends TableWriter {

    /**
     * Names of the ways, the usual one first: of VOTable those of the media type's parameter {@code serialization} (VOTable 1.4,
     * section 8), of CSV {@code described} and {@code plain}.
     */
    List<String> serializations();

    /**
     * A writer of one of them.
     *
     * @param notes of columns by name, kept if the format has a place for them; may be empty
     * @throws IllegalArgumentException if there is none of this name
     */
    TableWriter serialized(String serialization, Map<String, FieldNote> notes);
}

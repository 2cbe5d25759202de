package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.spi.TableHeader;

/** What is told of a table as attributes. */
record TableNotes(SequencedMap<String, String> attributes) {

    static TableNotes of(TableHeader header) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        attributes.put(Layouts.TABLE, header.name());
        if (!header.description().isEmpty() && !header.metadata().containsKey("description")) {
            attributes.put("description", header.description());
        }
        attributes.putAll(header.metadata());
        return new TableNotes(attributes);
    }

    void addTo(HeaderBuilder object) throws IOException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            object.attribute(attribute.getKey(), attribute.getValue());
        }
    }
}

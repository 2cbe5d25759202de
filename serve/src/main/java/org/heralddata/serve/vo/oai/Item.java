package org.heralddata.serve.vo.oai;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.heralddata.serve.xml.Xml;

/**
 * Something to harvest (OAI-PMH 2.0, section 2.2).
 *
 * @param identifier IVOA identifier
 * @param datestamp  when it changed last; cut to the second, the granularity of this repository
 * @param sets       set specs, narrowest only: being in {@code messenger:neutrino} is being in {@code messenger}
 * @param deleted    true if it was withdrawn: its header remains
 * @param records    what writes it in each form that it has; asked only when not deleted
 */
record Item(
        String identifier,
        Instant datestamp,
        Set<String> sets,
        boolean deleted,
        Map<MetadataPrefix, Consumer<Xml>> records) {

    Item {
        datestamp = datestamp.truncatedTo(ChronoUnit.SECONDS);
        sets = Set.copyOf(sets);
        records = Map.copyOf(records);
    }

    boolean isIn(String set) {
        return sets.stream().anyMatch(own -> own.equals(set) || own.startsWith(set + ":"));
    }
}

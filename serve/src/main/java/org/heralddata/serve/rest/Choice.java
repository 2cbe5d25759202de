package org.heralddata.serve.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.query.DataService;
import org.heralddata.spi.WriteOption;

/**
 * A parameter by which one or several formats leave something to choose.
 *
 * @param values all that it can be in any format
 */
record Choice(String key, String description, Set<String> values) {

    /** Those of all formats, by name. */
    static Map<String, Choice> all(DataService data) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String format : data.exportFormats()) {
            for (WriteOption option : data.writeOptions(format)) {
                told.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add("Of %s: %s; `%s` if absent.".formatted(format, option.meaning(), option.usual()));
                values.computeIfAbsent(option.name(), name -> new LinkedHashSet<>())
                        .addAll(option.names());
            }
        }
        Map<String, Choice> choices = new LinkedHashMap<>();
        told.forEach((name, parts) ->
                choices.put(name, new Choice(name, String.join(" ", parts), values.getOrDefault(name, Set.of()))));
        return choices;
    }
}

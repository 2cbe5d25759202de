package org.heralddata.serve.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.query.DataService;
import org.heralddata.spi.WriteOption;

/**
 * What formats leave to choose, and what is chosen of the format in hand.
 *
 * @param all     by format; only those that leave something
 * @param chosen  by name, values other than the usual ones
 */
public record FormatChoices(SequencedMap<String, List<WriteOption>> all, Map<String, String> chosen) {

    /** @param asked parameters of the page; what the format does not know is left out */
    public static FormatChoices of(DataService data, String format, Map<String, String> asked) {
        SequencedMap<String, List<WriteOption>> all = new LinkedHashMap<>();
        for (String name : data.exportFormats()) {
            List<WriteOption> options = data.writeOptions(name);
            if (!options.isEmpty()) {
                all.put(name, options);
            }
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        for (WriteOption option : all.getOrDefault(format, List.of())) {
            String value = asked.get(option.name());
            if (value != null && !value.equals(option.usual()) && option.names().contains(value)) {
                chosen.put(option.name(), value);
            }
        }
        return new FormatChoices(all, chosen);
    }

    /** Those of a format. */
    public List<WriteOption> of(String format) {
        return all.getOrDefault(format, List.of());
    }

    public String value(WriteOption option) {
        return chosen.getOrDefault(option.name(), option.usual());
    }

    /** As parameters of an address, {@code &layout=compound}; empty if all is as usual. */
    String parameters() {
        var out = new StringBuilder();
        chosen.forEach((name, value) -> out.append('&').append(name).append('=').append(Addresses.encoded(value)));
        return out.toString();
    }
}

package org.heralddata.formats.hdf5;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.HdfFile;

/**
 * What astropy keeps of the columns of a table beside it, as lines of YAML: {@code - {name: energy, unit: GeV, datatype:
 * float64}}.
 */
final class AstropyMeta {
    private static final Pattern KEY =
            Pattern.compile("\\b(name|unit|description): *(?:'((?:[^']|'')*)'|\"([^\"]*)\"|([^,}\\n]*))");

    private AstropyMeta() {}

    /** By column: the keys {@code unit} and {@code description} that are given. */
    static Map<String, Map<String, String>> read(HdfFile file, Dataset lines) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        String text = String.join("\n", Scalars.texts(file, lines));
        int end = text.indexOf("\nmeta:");
        for (String item : (end < 0 ? text : text.substring(0, end)).split("\n- ", -1)) {
            Map<String, String> keys = new LinkedHashMap<>();
            Matcher matcher = KEY.matcher(item.replaceAll("!astropy\\.units\\.Unit \\{unit: ([^}]*)}", "$1"));
            while (matcher.find()) {
                String quoted = matcher.group(2);
                String value = quoted != null
                        ? quoted.replace("''", "'")
                        : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                keys.putIfAbsent(matcher.group(1), value.strip());
            }
            String name = keys.remove("name");
            if (name != null) {
                columns.put(name, keys);
            }
        }
        return columns;
    }
}

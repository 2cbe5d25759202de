package org.heralddata.query;

import java.util.Map;

/**
 * The form of a file.
 *
 * @param format  its name, one of {@link DataService#exportFormats()}
 * @param choices values of what the format leaves to choose ({@link DataService#writeOptions}) by name; the usual ones where
 *                nothing is said
 */
public record ExportForm(String format, Map<String, String> choices) {

    public ExportForm {
        choices = Map.copyOf(choices);
    }

    /** As the format usually is. */
    public static ExportForm usual(String format) {
        return new ExportForm(format, Map.of());
    }
}

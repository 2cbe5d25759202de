package org.heralddata.serve.vo.tap;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the name of an uploaded file ends, as {@code .csv}: most formats are known by their first bytes, but a CSV of one column has no
 * comma to be known by.
 */
final class UploadEnding {
    private static final Pattern ENDING = Pattern.compile("(\\.[A-Za-z0-9]{1,10})?\\.[A-Za-z0-9]{1,10}$");

    /** Texts that nothing but their name tells apart (RFC 4180, and the registration of IANA). */
    private static final Map<String, String> TEXTS = Map.of("text/csv", ".csv", "text/tab-separated-values", ".tsv");

    private UploadEnding() {}

    /** Empty if neither tells. The name is of more weight: many clients know no better than to call everything text. */
    static String of(@Nullable String fileName, @Nullable String mediaType) {
        if (fileName != null) {
            Matcher ending = ENDING.matcher(fileName);
            if (ending.find()) {
                return ending.group().toLowerCase(Locale.ROOT);
            }
        }
        String type = mediaType == null
                ? ""
                : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return TEXTS.getOrDefault(type, "");
    }

    static String of(URI address, @Nullable String mediaType) {
        String typed = of((String) null, mediaType);
        return typed.isEmpty() ? of(address.getPath(), null) : typed;
    }
}

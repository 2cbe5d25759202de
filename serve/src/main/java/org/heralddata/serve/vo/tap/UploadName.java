package org.heralddata.serve.vo.tap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * One table of the parameter UPLOAD (TAP 1.1, section 2.5): {@code name,uri}, several parted by semicolons.
 *
 * @param table without {@code TAP_UPLOAD.}
 * @param uri   {@code param:…} for a part of the request, else an address
 */
record UploadName(String table, URI uri) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    /** Refuses what is not so, names that come twice, and more than may be. */
    static List<UploadName> parse(List<String> parameters, int atMost) {
        var uploads = new ArrayList<UploadName>();
        for (String parameter : parameters) {
            for (String pair : parameter.split(";", -1)) {
                if (!pair.isBlank()) {
                    uploads.add(pair(pair.strip()));
                }
            }
        }
        long names = uploads.stream()
                .map(u -> u.table.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (names < uploads.size()) {
            throw bad("UPLOAD names a table twice", "give each table a name of its own");
        }
        if (uploads.size() > atMost) {
            throw bad("UPLOAD names %d tables".formatted(uploads.size()), "at most %d at a time".formatted(atMost));
        }
        return uploads;
    }

    private static UploadName pair(String pair) {
        int comma = pair.indexOf(',');
        String name = comma < 0 ? pair : pair.substring(0, comma).strip();
        if (name.regionMatches(true, 0, "TAP_UPLOAD.", 0, 11)) {
            name = name.substring(11);
        }
        if (comma < 0 || !NAME.matcher(name).matches()) {
            throw bad(
                    "UPLOAD cannot be `%s`".formatted(pair),
                    "the form is UPLOAD=name,address or UPLOAD=name,param:part; a name is a letter, then letters, digits, underscores");
        }
        String address = pair.substring(comma + 1).strip();
        try {
            var uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "param", "http", "https" -> new UploadName(name, uri);
                default ->
                    throw bad("an upload cannot come from `%s`".formatted(address), "give param:, http: or https:");
            };
        } catch (URISyntaxException unreadable) {
            throw bad("`%s` is no address".formatted(address), "give param:, http: or https:");
        }
    }

    boolean isInline() {
        return "param".equalsIgnoreCase(uri.getScheme());
    }

    /** The part of the request that holds it. */
    String part() {
        return uri.getSchemeSpecificPart();
    }

    private static Refusal bad(String message, String help) {
        return new Refusal(Diagnostic.error(TapCode.BAD_UPLOAD, message).helped(help));
    }
}

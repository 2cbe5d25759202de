package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.TimeReader;
import org.heralddata.query.files.FilesRequest;
import org.heralddata.query.files.FilesRequest.Runs;
import org.jspecify.annotations.Nullable;

/** Reads what people ask for in the form over a list of files. */
final class FilesForm {
    private static final Pattern RUNS = Pattern.compile("(-?\\d{1,18})(?:\\s*(?:\\.\\.|–)\\s*(-?\\d{1,18}))?");

    private FilesForm() {}

    /** @throws Refusal if a value cannot be read */
    static FilesRequest request(@Nullable FileCollection chosen, Map<String, String> asked) {
        String order = asked.getOrDefault("order", "");
        return new FilesRequest(
                chosen == null ? List.of() : List.of(chosen.about().id()),
                asked.getOrDefault("where", ""),
                time(asked, "from"),
                time(asked, "to"),
                runs(asked.getOrDefault("run", "")),
                textOrNull(asked, "instrument"),
                textOrNull(asked, "name"),
                order.isEmpty() ? List.of() : List.of(order),
                null,
                0);
    }

    private static @Nullable String textOrNull(Map<String, String> asked, String key) {
        String text = asked.getOrDefault(key, "");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Long time(Map<String, String> asked, String key) {
        String written = asked.getOrDefault(key, "");
        if (written.isEmpty()) {
            return null;
        }
        var time = TimeReader.read(written);
        if (time.isEmpty()) {
            throw refusal(
                    QueryCode.BAD_TIME, "`%s` is no time".formatted(written), "such as 2004-01-31 or 2004-01-31T12:30");
        }
        return time.getAsLong();
    }

    private static List<Runs> runs(String written) {
        List<Runs> runs = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher form = RUNS.matcher(part.strip());
            if (!form.matches()) {
                throw refusal(
                        QueryCode.BAD_NUMBER,
                        "`%s` is no run".formatted(part.strip()),
                        "such as 100 or 100..120 or 7,9");
            }
            long first = Long.parseLong(form.group(1));
            runs.add(new Runs(first, form.group(2) == null ? first : Long.parseLong(form.group(2))));
        }
        return runs;
    }

    private static Refusal refusal(QueryCode code, String message, String help) {
        return new Refusal(Diagnostic.error(code, message).helped(help));
    }
}

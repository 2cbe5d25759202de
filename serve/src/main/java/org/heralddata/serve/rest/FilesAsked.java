package org.heralddata.serve.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.query.cuts.TimeReader;
import org.heralddata.query.files.FilesRequest;
import org.heralddata.query.files.FilesRequest.Runs;
import org.jspecify.annotations.Nullable;

/** Reads which files a request asks for. */
final class FilesAsked {
    private static final Pattern RUNS = Pattern.compile("(-?\\d{1,18})(?:\\.\\.(-?\\d{1,18}))?");

    private FilesAsked() {}

    static FilesRequest request(Asked asked) {
        return new FilesRequest(
                asked.list(Parameter.FILE_COLLECTION).stream()
                        .map(Asked::collection)
                        .distinct()
                        .toList(),
                asked.where(),
                time(asked, Parameter.FROM),
                time(asked, Parameter.TO),
                asked.list(Parameter.RUN).stream().map(FilesAsked::runs).toList(),
                asked.text(Parameter.INSTRUMENT).orElse(null),
                asked.text(Parameter.NAME).orElse(null),
                asked.list(Parameter.FILE_ORDER),
                asked.count(Parameter.LIMIT).orElse(null),
                asked.count(Parameter.OFFSET).orElse(0L));
    }

    private static @Nullable Long time(Asked asked, Parameter parameter) {
        String written = asked.text(parameter).orElse(null);
        if (written == null) {
            return null;
        }
        var time = TimeReader.read(written);
        if (time.isEmpty()) {
            throw Asked.bad(parameter, written, "a time in UTC such as 2004-01-31 or 2004-01-31T12:30:00");
        }
        return time.getAsLong();
    }

    private static Runs runs(String written) {
        Matcher form = RUNS.matcher(written);
        if (!form.matches()) {
            throw Asked.bad(Parameter.RUN, written, "run numbers such as `100`, `100..120` or `7,9,100..120`");
        }
        long first = Long.parseLong(form.group(1));
        return new Runs(first, form.group(2) == null ? first : Long.parseLong(form.group(2)));
    }
}

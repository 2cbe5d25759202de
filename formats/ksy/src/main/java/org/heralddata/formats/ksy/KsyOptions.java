package org.heralddata.formats.ksy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.table.KsyTableFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a curator says of how to read.
 *
 * @param told the description; null to look for one beside the data
 */
record KsyOptions(@Nullable Path told, KsyTableFile.Reading reading) {
    static final String KSY = "ksy";
    static final Set<String> NAMES = Set.of(KSY, "arguments", "enums", "outer", "seconds");

    private static final int SECONDS = 5;

    static KsyOptions of(ReadOptions options) {
        var wrong = new ArrayList<Diagnostic>();
        for (String name : new TreeSet<>(options.values().keySet())) {
            if (!NAMES.contains(name)) {
                wrong.add(Diagnostic.error(
                                KsyCode.UNKNOWN_OPTION, "the format `ksy` has no option `%s`".formatted(name))
                        .helped(Nearest.to(name, NAMES)
                                .map("did you mean `%s`?"::formatted)
                                .orElse("the options are " + String.join(", ", new TreeSet<>(NAMES)))));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
        String ksy = options.values().get(KSY);
        return new KsyOptions(
                ksy == null ? null : Path.of(ksy),
                new KsyTableFile.Reading(
                        options.values().getOrDefault("arguments", ""),
                        !one(options, "enums", "labels", "numbers"),
                        one(options, "outer", "false", "true"),
                        seconds(options.values().get("seconds"))));
    }

    /** The description for a data file; a relative path starts at the data file's folder. */
    Path description(Path file) {
        if (told != null) {
            Path description = file.toAbsolutePath().resolveSibling(told);
            if (!Files.isRegularFile(description)) {
                throw new Refusal(KsyTableReader.missing(told));
            }
            return description;
        }
        return Sidecar.of(file)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                KsyCode.NO_DESCRIPTION,
                                "no .ksy file says how to read this file",
                                new Location.InFile(file.toString(), null, -1))
                        .helped("name it by option `ksy`, or put it beside the data under the same name")));
    }

    /** False for the first of two words, which is the default; true for the second. */
    private static boolean one(ReadOptions options, String name, String usual, String other) {
        String value = options.values().getOrDefault(name, usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw bad(name, value, "write `%s` or `%s`".formatted(usual, other));
        }
        return value.equals(other);
    }

    private static int seconds(@Nullable String value) {
        if (value == null) {
            return SECONDS;
        }
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw bad("seconds", value, "write a whole number of seconds, from 1");
        }
        return Integer.parseInt(value);
    }

    private static Refusal bad(String option, String value, String help) {
        return new Refusal(
                Diagnostic.error(KsyCode.UNKNOWN_OPTION, "option `%s` cannot be `%s`".formatted(option, value))
                        .helped(help));
    }
}

package org.heralddata.formats.km3net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads DETX, the text form of a detector description, versions 1 to 5. */
final class DetxWalk implements DetectorWalk {
    private static final Pattern FIRST_LINE = Pattern.compile("\\d{1,9}\\s+([vV]\\d{1,3}|\\d{1,9})");
    private static final int LATEST = 5;
    private static final int MOST_PMTS = 1000;

    private final Lines lines;
    private final SequencedMap<String, String> facts = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private final int version;
    private long left;

    DetxWalk(Lines lines) throws IOException {
        this.lines = lines;
        String[] first = words("the number of the detector", 2);
        facts.put("detector_id", Long.toString(whole(first[0])));
        if (!first[1].toLowerCase(Locale.ROOT).startsWith("v")) {
            version = 1;
            left = whole(first[1]);
        } else {
            version = (int) whole(first[1].substring(1));
            if (version < 1 || version > LATEST) {
                throw lines.place()
                        .refusal(
                                Km3netCode.UNSUPPORTED,
                                lines.offset(),
                                "a detector description of version %d; versions 1 to %d are read"
                                        .formatted(version, LATEST));
            }
            String[] validity = words("the time of validity", 2);
            facts.put("valid_from", validity[0]);
            facts.put("valid_until", validity[1]);
            String[] utm = words("the UTM position", 6);
            facts.put("utm_grid", utm[1] + " " + utm[2]);
            facts.put("utm_easting", utm[3] + " m");
            facts.put("utm_northing", utm[4] + " m");
            facts.put("utm_height", utm[5] + " m");
            left = whole(words("the number of modules", 1)[0]);
        }
        facts.put("version", Integer.toString(version));
        facts.put("n_modules", Long.toString(left));
        if (!comments.isEmpty()) {
            facts.put("comments", String.join("\n", comments));
        }
    }

    /** True if a text, from its first line that is no comment, begins like a detector description. */
    static boolean begins(List<String> lines) {
        List<String> told = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (told.isEmpty() || !FIRST_LINE.matcher(told.getFirst()).matches()) {
            return false;
        }
        boolean versioned = told.getFirst().toLowerCase(Locale.ROOT).contains("v");
        if (versioned) {
            return true;
        }
        return told.size() > 2
                && told.get(1).matches("\\d+\\s+-?\\d+\\s+-?\\d+\\s+\\d+")
                && told.get(2).split("\\s+", -1).length == 1 + DetectorModule.PMT;
    }

    @Override
    public SequencedMap<String, String> facts() {
        return facts;
    }

    @Override
    public @Nullable DetectorModule next() throws IOException {
        if (left == 0) {
            return null;
        }
        left--;
        int posed = version >= 4 ? DetectorModule.POSE : 0;
        String[] module = words("a module", 4 + posed + (version >= 5 ? 1 : 0));
        double[] pose = null;
        if (version >= 4) {
            pose = numbers(module, 3, DetectorModule.POSE);
        }
        Long status = version >= 5 ? whole(module[3 + posed]) : null;
        long count = whole(module[module.length - 1]);
        if (count < 0 || count > MOST_PMTS) {
            throw broken("a module has %d photomultipliers".formatted(count));
        }
        List<DetectorModule.Pmt> pmts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] pmt = words("a photomultiplier", 1 + DetectorModule.PMT + (version >= 3 ? 1 : 0));
            Long pmtStatus = version >= 3 ? whole(pmt[pmt.length - 1]) : null;
            pmts.add(new DetectorModule.Pmt(whole(pmt[0]), numbers(pmt, 1, DetectorModule.PMT), pmtStatus));
        }
        return new DetectorModule(whole(module[0]), whole(module[1]), whole(module[2]), pose, status, pmts);
    }

    /** The words of the next line that is neither blank nor a comment, exactly so many. */
    private String[] words(String what, int count) throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            String text = line.strip();
            if (text.startsWith("#")) {
                comments.add(text.substring(1).strip());
            } else if (!text.isEmpty()) {
                String[] words = text.split("\\s+", -1);
                if (words.length != count) {
                    throw broken("line %d should say %s in %d words and has %d"
                            .formatted(lines.number(), what, count, words.length));
                }
                return words;
            }
        }
        throw lines.place()
                .refusal(Km3netCode.TRUNCATED, lines.offset(), "the file ends where %s should come".formatted(what));
    }

    private long whole(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException notWhole) {
            throw broken("`%s` in line %d is no whole number".formatted(word, lines.number()));
        }
    }

    private double[] numbers(String[] words, int from, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = lines.number(words[from + i]);
        }
        return numbers;
    }

    private RuntimeException broken(String message) {
        return lines.place().refusal(Km3netCode.BROKEN, lines.offset(), message);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

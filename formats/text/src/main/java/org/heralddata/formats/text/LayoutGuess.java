package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.heralddata.formats.text.Sample.Field;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/** Finds out how a text table is laid out, from its first lines and what the curator says. */
final class LayoutGuess {
    private static final Pattern RULER = Pattern.compile("\\s*([-=_+|:]{2,}\\s*)+");
    private static final Pattern DASHES = Pattern.compile("[-=]+");
    private static final String MARKS = "#%!";

    private final String file;
    private final TextHead head;
    private final TextOptions options;
    private final String marks;
    private final List<Diagnostic> notices = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private int top;
    private int @Nullable [] ruler;

    private LayoutGuess(String file, TextHead head, TextOptions options) {
        this.file = file;
        this.head = head;
        this.options = options;
        String told = options.comments();
        this.marks = told == null ? MARKS : told;
    }

    /**
     * The layout.
     *
     * @param delimiters those to try, the likeliest first
     * @throws Refusal if no delimiter cuts the lines into rows
     */
    static Layout of(String file, TextHead head, TextOptions options, List<Byte> delimiters) throws IOException {
        return new LayoutGuess(file, head, options).guess(delimiters);
    }

    private Layout guess(List<Byte> delimiters) throws IOException {
        top = options.skip();
        passComments();
        HeraldHeader herald = HeraldHeader.of(comments);
        String between = options.comments() != null ? marks : "#";
        Byte told = options.delimiter();
        List<Sample> samples = new ArrayList<>();
        for (byte delimiter : told == null ? delimiters : List.of(told)) {
            samples.add(Sample.of(head, delimiter, top, between));
        }
        Sample best = samples.stream()
                .max(Comparator.comparingDouble(LayoutGuess::score))
                .orElseThrow();
        if (best.records().isEmpty() && herald == null) {
            if (best.broken() != null) {
                throw best.broken();
            }
            throw nothing(
                    "the file has no rows",
                    "it holds %d lines, all blank or comments"
                            .formatted(head.lines().size()));
        }
        if (herald != null) {
            return heralds(samples, herald, between);
        }
        if (options.comments() == null && best.delimiter() != RecordScanner.BLANKS) {
            Sample whole = Sample.of(head, best.delimiter(), top, "");
            if (whole.startingWith('#') > 0 && whole.startingWith('#') == whole.rowsStartingWith('#', best.width())) {
                return plain(whole.withoutTitle(comments), "");
            }
        }
        return plain(best.withoutTitle(comments), between);
    }

    /** Certain delimiters first: those that cut all rows alike, into more than one field. */
    private static double score(Sample sample) {
        double consistent = sample.width() > 1 ? sample.consistency() : 0;
        return Math.rint(consistent * 20)
                + (sample.delimiter() == RecordScanner.BLANKS ? 0 : 0.2)
                + sample.numeric() * 0.1
                + Math.min(sample.width(), 100) * 0.0001;
    }

    private void passComments() {
        while (top < head.lines().size()) {
            String line = head.lines().get(top).strip();
            boolean lonely = line.startsWith(";") && line.indexOf(';', 1) < 0 && line.length() > 1;
            if (!line.isEmpty() && marks.indexOf(line.charAt(0)) < 0 && !(lonely && options.comments() == null)) {
                return;
            }
            comments.add(line.replaceFirst("^[#%!;]+", "").strip());
            top++;
            if (top == options.header()) {
                return;
            }
        }
    }

    private Layout heralds(List<Sample> samples, HeraldHeader herald, String between) {
        List<String> names = herald.columns().stream().map(Column::name).toList();
        for (Sample sample : samples) {
            if (!sample.records().isEmpty()
                    && sample.records().getFirst().stream()
                            .map(Field::text)
                            .toList()
                            .equals(names)) {
                long breaks =
                        String.join("", names).chars().filter(c -> c == '\n').count();
                return new Layout(
                        sample.delimiter(),
                        head.newline(),
                        sample.lines().getFirst() + breaks,
                        between,
                        herald.columns(),
                        true,
                        null,
                        herald.metadata(),
                        List.of(),
                        1,
                        1,
                        sample.records().size());
            }
        }
        throw nothing(
                "the comments declare %d columns, but the header names others".formatted(names.size()),
                "remove the comment line `herald-table`, or correct the header");
    }

    private Layout plain(Sample sample, String between) throws IOException {
        int first = 0;
        List<HeaderName> names = null;
        List<Preamble.Listed> listed = null;
        String headerLine = head.lines().get((int) (sample.lines().getFirst() - 1));
        int width = sample.width();
        if (sample.delimiter() == RecordScanner.BLANKS && sample.records().size() > 1) {
            String second = head.lines().get((int) (sample.lines().get(1) - 1));
            int[] places = RULER.matcher(second).matches() ? dashes(second) : new int[0];
            if (places.length > 1) {
                ruler = places;
                width = places.length;
                names = cutAt(headerLine, places);
                first = 2;
            }
        }
        var preamble = new Preamble(comments);
        if (options.header() > 0) {
            names = toldHeader(sample.delimiter(), width);
            first = 0;
            while (first < sample.lines().size() && sample.lines().get(first) <= options.header()) {
                first++;
            }
        } else if (ruler == null) {
            List<Field> start = sample.records().getFirst();
            if (options.header() == TextOptions.AUTO && isHeader(sample, width)) {
                names = start.stream().map(f -> HeaderName.of(f.text())).toList();
                first = 1;
                width = names.size();
            } else {
                names = preamble.names(width, sample.delimiter());
                listed = names == null ? preamble.listed(width) : null;
                if (names == null && listed == null && options.names().isEmpty() && mentionsColumns()) {
                    notices.add(notice(
                            TextCode.NAMES_UNUSED,
                            "the comments name columns, but not the %d that the rows have".formatted(width),
                            "give their names by option `names`"));
                }
            }
        }
        List<String> units = List.of();
        if (first == 1 && sample.records().size() > 2 && isUnitLine(sample, width)) {
            units = sample.records().get(1).stream().map(f -> f.text().strip()).toList();
            first = 2;
        }
        long skipped = first == 0
                ? Math.max(sample.lines().getFirst() - 1, options.header())
                : first < sample.lines().size()
                        ? sample.lines().get(first) - 1
                        : sample.lines().get(first - 1);
        List<Column> columns = new ColumnNames(file, options, notices).columns(width, names, listed, units);
        SequencedMap<String, String> metadata =
                listed == null ? preamble.metadata() : new LinkedHashMap<>(preamble.metadata());
        return new Layout(
                sample.delimiter(),
                head.newline(),
                skipped,
                between,
                columns,
                false,
                ruler,
                metadata,
                notices,
                ruler == null ? sample.consistency() : 1,
                sample.numeric(),
                sample.records().size());
    }

    private @Nullable List<HeaderName> toldHeader(byte delimiter, int width) throws IOException {
        Sample one = Sample.of(head, delimiter, options.header() - 1L, "");
        List<Field> fields = one.records().isEmpty() ? List.of() : one.records().getFirst();
        List<String> words = fields.stream().map(Field::text).toList();
        if (words.size() != width) {
            var inComment = new Preamble(
                    List.of(String.join(" ", words).replaceFirst("^[#%!;]+", "").strip()));
            List<HeaderName> names = inComment.names(width, delimiter);
            if (names != null) {
                return names;
            }
            throw nothing(
                    "line %d names %d columns, but the rows have %d".formatted(options.header(), words.size(), width),
                    "give the names by option `names`, and `header: none`");
        }
        return words.stream()
                .map(w -> HeaderName.of(w.replaceFirst("^[#%!;]+", "")))
                .toList();
    }

    /** A first row without any number above rows with numbers; or, all being words, words that no other row repeats. */
    private boolean isHeader(Sample sample, int width) {
        List<Field> start = sample.records().getFirst();
        boolean words = start.stream().noneMatch(Field::isNumber)
                && start.stream().anyMatch(f -> f.isWord(options))
                && start.stream().allMatch(f -> Timestamps.parse(f.text()) == Timestamps.NONE);
        if (!words || (start.size() != width && sample.records().size() > 1)) {
            return false;
        }
        if (sample.records().size() == 1) {
            return sample.delimiter() != RecordScanner.BLANKS;
        }
        boolean valuesBelow = sample.records().stream()
                .skip(1)
                .flatMap(List::stream)
                .anyMatch(f -> f.isNumber() || Timestamps.parse(f.text()) != Timestamps.NONE);
        return valuesBelow
                || (sample.delimiter() != RecordScanner.BLANKS
                        && start.stream().map(Field::text).distinct().count() == start.size()
                        && start.stream().noneMatch(f -> f.text().isEmpty()));
    }

    /** A second row without numbers, holding a unit at least, above rows with numbers. */
    private boolean isUnitLine(Sample sample, int width) {
        List<Field> line = sample.records().get(1);
        List<Field> below = sample.records().get(2);
        if (line.size() != width || below.size() != width || line.stream().anyMatch(Field::isNumber)) {
            return false;
        }
        boolean unitAboveNumber = IntStream.range(0, width)
                .anyMatch(i -> below.get(i).isNumber()
                        && HeaderName.isUnit(bare(line.get(i).text())));
        return unitAboveNumber
                && IntStream.range(0, width)
                        .allMatch(i -> !line.get(i).isWord(options)
                                || !below.get(i).text().equals(line.get(i).text()));
    }

    private static String bare(String unit) {
        return unit.strip().replaceFirst("^[\\[(](.*)[\\])]$", "$1");
    }

    private boolean mentionsColumns() {
        return comments.stream().anyMatch(c -> c.toLowerCase(Locale.ROOT).startsWith("column"));
    }

    private static int[] dashes(String line) {
        return DASHES.matcher(line).results().mapToInt(MatchResult::start).toArray();
    }

    private static List<HeaderName> cutAt(String line, int[] places) {
        var names = new ArrayList<HeaderName>();
        for (int i = 0; i < places.length; i++) {
            int from = Math.min(line.length(), i == 0 ? 0 : places[i]);
            int to = i + 1 < places.length ? Math.min(line.length(), places[i + 1]) : line.length();
            names.add(HeaderName.of(line.substring(from, to)));
        }
        return names;
    }

    private Diagnostic notice(TextCode code, String message, String help) {
        return Diagnostic.warning(code, message, new Location.InFile(file, null, -1))
                .helped(help);
    }

    private Refusal nothing(String message, String help) {
        return new Refusal(Diagnostic.error(TextCode.NO_TABLE, message, new Location.InFile(file, null, -1))
                .helped(help));
    }
}

package org.heralddata.descriptor.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;

/** Writes a draft as YAML. */
final class DraftText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./()-]*(?: [A-Za-z0-9_./()-]+)*");
    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|~");
    private static final int LISTED_FILES = 3;

    private final StringBuilder out = new StringBuilder();
    private final DraftFiles files;

    private final Map<String, String> options;

    private DraftText(DraftFiles files, Map<String, String> options) {
        this.files = files;
        this.options = options;
    }

    /** @param options of the readers, written as they are */
    static String write(DraftFiles files, Map<String, String> options) {
        var text = new DraftText(files, options);
        text.head();
        var names = new ColumnName();
        for (DraftTable table : files.tables()) {
            text.table(names.unique(ColumnName.snake(table.bareName())), table);
        }
        return text.out.toString();
    }

    private void head() {
        DraftTable first = files.tables().getFirst();
        var about = new DraftAbout(first);
        line(
                0,
                "# A first descriptor, drafted from the files. Names, units, UCDs and roles are guesses: read it through,");
        line(0, "# then `herald check` it. The keys are explained in docs/reference/descriptor.md.");
        line(0, "herald: 1");
        line(0, "id: " + about.id());
        line(0, "title: " + quoted(about.title()));
        line(0, "description: " + quoted(about.description()));
        line(
                0,
                "messenger: " + about.messenger()
                        + "   # cosmic-ray, gravitational-wave, muon, neutrino, photon or proton");
        if (!about.facility().isEmpty()) {
            line(0, "facility: " + quoted(about.facility()));
        }
        String site = about.site();
        line(
                0,
                site.isEmpty()
                        ? "# site: {latitude: 49.0994 deg, longitude: 8.4378 deg, height: 110 m}"
                        : "site: " + site);
        line(0, "creators: [{name: " + quoted(about.creator()) + "}]");
        line(0, "licence: " + about.licence() + "   # an SPDX identifier such as CC-BY-4.0, or {name: …, url: …}");
        String cite = about.citation();
        line(0, cite.isEmpty() ? "# cite: a DOI without address, or a reference" : "cite: " + quoted(cite));
        line(0, "access: public");
        if (!files.others().isEmpty()) {
            line(0, "# Tables of the files that were left out: " + oneLine(String.join(", ", files.others())));
        }
        line(0, "tables:");
    }

    private void table(String name, DraftTable table) {
        List<DraftColumn> columns = DraftColumns.of(table);
        line(1, name + ":");
        line(2, "description: " + quoted(table.table() == null ? "One row an event" : "Table " + table.table()));
        var source = new StringBuilder("source: {files: ").append(patterns(table.files()));
        source.append(", format: ").append(table.format());
        if (table.table() != null) {
            source.append(", table: ").append(quoted(table.table()));
        }
        if (!options.isEmpty()) {
            source.append(options.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> e.getKey() + ": " + quoted(e.getValue()))
                    .collect(Collectors.joining(", ", ", options: {", "}")));
        }
        line(2, source.append('}').toString());
        new DraftRoles(table, columns).lines().forEach(role -> line(2, role));
        Map<String, List<DraftColumn>> byComponent = new LinkedHashMap<>();
        for (DraftColumn column : columns) {
            byComponent
                    .computeIfAbsent(column.component(), c -> new ArrayList<>())
                    .add(column);
        }
        List<DraftColumn> own = byComponent.remove("");
        if (own != null) {
            line(2, "columns:");
            own.forEach(column -> column(3, column));
        }
        if (!byComponent.isEmpty()) {
            line(2, "components:");
            byComponent.forEach((component, members) -> {
                line(3, component + ":");
                line(4, "columns:");
                members.forEach(column -> column(5, column));
            });
        }
    }

    private void column(int depth, DraftColumn column) {
        var text = new StringBuilder("- {name: ").append(quoted(column.name()));
        if (!column.source().equals(column.name())) {
            text.append(", source: ").append(quoted(column.source()));
        }
        if (!column.unit().equals(Unit.NONE)) {
            text.append(", unit: ").append(quoted(column.unit().symbol()));
        }
        if (column.sourceUnit() != null) {
            text.append(", source_unit: ").append(quoted(column.sourceUnit().symbol()));
        }
        if (!column.ucd().equals(Ucd.NONE)) {
            text.append(", ucd: ").append(column.ucd());
        }
        text.append(", description: ").append(quoted(column.description())).append('}');
        if (!column.comment().isEmpty()) {
            text.append("   # ").append(oneLine(column.comment()));
        }
        line(depth, text.toString());
    }

    /** The names, or a pattern if they are many. */
    private static String patterns(List<String> files) {
        if (files.size() == 1) {
            return quoted(literal(files.getFirst()));
        }
        if (files.size() <= LISTED_FILES) {
            return "["
                    + String.join(
                            ", ", files.stream().map(f -> quoted(literal(f))).toList()) + "]";
        }
        String start = files.getFirst();
        String end = files.getFirst();
        for (String file : files) {
            while (!file.startsWith(start)) {
                start = start.substring(0, start.length() - 1);
            }
            while (!file.endsWith(end)) {
                end = end.substring(1);
            }
        }
        return quoted(literal(start) + "*" + literal(end));
    }

    /** A file's name as a pattern that only it fits. */
    private static String literal(String name) {
        return name.replaceAll("[\\[\\]{}*?\\\\]", "?");
    }

    private void line(int depth, String text) {
        out.repeat(' ', 2 * depth).append(text).append('\n');
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** A YAML scalar on one line that reads back as the text, in flow style too. */
    static String quoted(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches() && text.length() < 200;
        if (plain) {
            return text;
        }
        var escaped = new StringBuilder("\"");
        oneLine(text).codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\');
            }
            escaped.appendCodePoint(Character.isISOControl(c) || c == 0xfffe || c == 0xffff ? ' ' : c);
        });
        return escaped.append('"').toString();
    }
}

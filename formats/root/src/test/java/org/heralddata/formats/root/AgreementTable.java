package org.heralddata.formats.root;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.formats.root.table.RootCode;
import org.heralddata.model.diagnostic.Diagnostic;

/** The page of the documentation that tells of each file what is read of it, as the comparison with uproot found. */
final class AgreementTable {
    private static final Pattern ALWAYS_SAID =
            Pattern.compile(", which Herald cannot read here|^(an )?objects? (is|are) left out, being ");
    private static final String HEAD = """
            # ROOT files held against uproot

            Written by a test (`UprootAgreementTest`), which fails where a line is no longer true. It reads every column of these public files and compares, with what uproot
            reads, the entries of each tree, and of each column the count, sum, least and greatest of its numbers (of strings the count).

            * **equal**: columns that agree.
            * **otherwise**: columns of which uproot gives other numbers, each with its reason in the test.
            * **empty**: columns that uproot shows without entries, or with others than the tree has.
            * **ours**: columns that uproot does not read, or calls otherwise.
            * **left out**: what Herald does not read and names in notices, table first.

            RNTuples are compared leaf by leaf by a test of their own, and so stand under **ours**. What ROOT's types become: [ROOT](root.md#types).

            | file | equal | otherwise | empty | ours | left out |
            |---|---:|---:|---:|---:|---|
            """;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Columns of one file; counts up. */
    static final class Row {
        private final List<String> leftOut;
        int equal;
        int otherwise;
        int notRead;
        int beyond;

        private Row(List<String> leftOut) {
            this.leftOut = leftOut;
        }

        /** True if a notice names a branch. */
        boolean names(String branch) {
            return leftOut.stream().anyMatch(message -> message.contains("`" + branch + "`"));
        }
    }

    void add(String file, List<Diagnostic> notices) {
        List<String> leftOut = notices.stream()
                .filter(n -> n.code() == RootCode.LEFT_OUT)
                .map(Diagnostic::message)
                .toList();
        rows.put(file, new Row(leftOut));
    }

    /** @param column after the name of its file and a colon */
    Row of(String column) {
        return Objects.requireNonNull(rows.get(column.substring(0, column.indexOf(':'))), column);
    }

    String page() {
        return HEAD
                + rows.entrySet().stream()
                        .map(e -> line(e.getKey(), e.getValue()))
                        .collect(Collectors.joining());
    }

    private static String line(String file, Row row) {
        String leftOut = row.leftOut.stream()
                .map(message -> ALWAYS_SAID.matcher(message).replaceAll(""))
                .map(message -> message.replaceFirst("^of (`[^`]+`) is left out ", "$1: ")
                        .replace("|", "\\|"))
                .collect(Collectors.joining("; "));
        return "| %s | %d | %d | %d | %d | %s |\n"
                .formatted(file, row.equal, row.otherwise, row.notRead, row.beyond, leftOut);
    }
}

package org.heralddata.jobs.request.pack;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.jobs.request.EventsPart;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.jobs.request.pack.PackedFile.PackedTable;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Column;
import org.heralddata.query.Skipped;
import org.jspecify.annotations.Nullable;

/** What a package is, in words. */
final class PackageReadme {
    private final PackageContents contents;
    private final StringBuilder text = new StringBuilder();

    private PackageReadme(PackageContents contents) {
        this.contents = contents;
    }

    static String markdown(PackageContents contents) {
        var readme = new PackageReadme(contents);
        readme.head();
        readme.selections();
        contents.releases().forEach(readme::release);
        readme.files();
        readme.use();
        contents.tables().forEach(readme::columns);
        return readme.text.toString();
    }

    private void head() {
        line("# Request %s".formatted(contents.request().identifier()));
        line("");
        line("Made by %s with %s on %s UTC."
                .formatted(
                        contents.publisher().organisation(),
                        contents.publisher().software(),
                        contents.job()
                                .created()
                                .toString()
                                .replaceFirst("\\..*", "")
                                .replace("T", " ")
                                .replace("Z", "")));
        line("The same data can be had again at %s: releases never change.".formatted(contents.address()));
    }

    private void selections() {
        line("");
        line("## What was selected");
        for (RequestPart part : contents.request().request().parts()) {
            line("");
            line("`%s`, table `%s`, release `%s`:"
                    .formatted(part.collection(), part.table(), String.valueOf(part.release())));
            line("");
            line("    %s".formatted(part.where().isEmpty() ? "(all rows)" : part.where()));
        }
        contents.request().request().events().forEach(this::events);
    }

    private void events(EventsPart part) {
        line("");
        line("Common events of %s:"
                .formatted(part.collections().stream()
                        .map(id -> "`%s`, release `%s`"
                                .formatted(id, part.releases().get(id)))
                        .collect(Collectors.joining("; "))));
        line("");
        line("    %s".formatted(part.where().isEmpty() ? "(all events)" : part.where()));
        for (Skipped table : contents.data().countEvents(part.rows()).skipped()) {
            line("");
            line("The table `%s` of `%s` contributes none: %s."
                    .formatted(table.table(), table.collection(), table.why()));
        }
    }

    private void release(Release release) {
        CollectionDescription about = release.collection();
        line("");
        line("## %s".formatted(about.title()));
        line("");
        line("%s".formatted(about.description()));
        line("");
        line("- **Cite**: %s".formatted(PackageCitation.text(contents, release)));
        if (about.cite() != null) {
            line("- **And**: %s".formatted(about.cite()));
        }
        String url = about.licence().url();
        line("- **Licence**: %s%s".formatted(about.licence().name(), url == null ? "" : " (" + url + ")"));
        line("- **Release**: %s of %s, %s".formatted(release.name(), release.created(), contents.address(release)));
        if (about.homepage() != null) {
            line("- **Homepage**: %s".formatted(about.homepage()));
        }
    }

    private void files() {
        line("");
        line("## Files");
        line("");
        line("| file | rows | bytes | |");
        line("|---|---:|---:|---|");
        for (PackedFile file : contents.files()) {
            PackedTable table = file.table();
            line("| `%s` | %s | %s | %s |"
                    .formatted(
                            file.name(),
                            table == null ? "" : number(table.rows()),
                            number(file.bytes()),
                            cell(file.description())));
        }
        if (contents.request().request().layout() == Layout.COMPONENTS) {
            line("");
            line(
                    "An event has one row in `…-general`, and one in the table of each component that it has. The tables `…-row_mapping` have a line an event:"
                            + " its row in each of them, from 0, and -1 where it has none.");
        }
    }

    private void use() {
        line("");
        line("## Check and load");
        line("");
        line("    sha256sum -c SHA256SUMS");
        line("    python load.py");
        line("");
        line("Fingerprint of all rows, whatever the format: `%s`.".formatted(contents.fingerprint()));
    }

    private void columns(PackedFile file) {
        PackedTable table = Objects.requireNonNull(file.table());
        line("");
        line("## Columns of %s".formatted(file.name()));
        line("");
        line("| column | type | unit | UCD | meaning |");
        line("|---|---|---|---|---|");
        for (Column column : table.header().columns()) {
            line("| `%s` | %s%s | %s | %s | %s |"
                    .formatted(
                            column.name(),
                            column.type().label(),
                            column.shape().isScalar() ? "" : " list",
                            cell(column.unit()),
                            cell(column.ucd()),
                            cell(column.description())));
        }
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : value.replace("|", "\\|").replaceAll("\\s+", " ");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}

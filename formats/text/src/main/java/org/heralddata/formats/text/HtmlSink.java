package org.heralddata.formats.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableHeader;

/** A table in a page that needs no other file. */
final class HtmlSink implements OverflowSink {
    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem}table{border-collapse:collapse}
            th,td{padding:.2rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid #8884}
            th{position:sticky;top:0;background:Canvas}th small{display:block;font-weight:normal;opacity:.7}
            .n{text-align:right;font-variant-numeric:tabular-nums}:root{color-scheme:light dark}
            """;

    private final Writer out;
    private final List<Column> columns;
    private final CellWords cells;

    HtmlSink(OutputStream stream, TableHeader header) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        columns = header.columns();
        cells = new CellWords(columns);
        String title = escaped(header.metadata().getOrDefault("title", header.name()));
        out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>\n"
                .formatted(title));
        out.write("<style>" + STYLE + "</style></head>\n<body><h1>" + title + "</h1>\n");
        if (!header.description().isBlank()) {
            out.write("<p>" + escaped(header.description()) + "</p>\n");
        }
        out.write("<table><thead><tr>");
        for (Column column : columns) {
            String about = column.description() == null ? "" : " title=\"" + escaped(column.description()) + '"';
            String unit = column.unit() == null ? "" : "<small>" + escaped(column.unit()) + "</small>";
            out.write("<th scope=\"col\"%s%s>%s%s</th>"
                    .formatted(CellWords.isNumber(column) ? " class=\"n\"" : "", about, escaped(column.name()), unit));
        }
        out.write("</tr></thead>\n<tbody>\n");
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            out.write("<tr>");
            for (int c = 0; c < columns.size(); c++) {
                out.write(CellWords.isNumber(columns.get(c)) ? "<td class=\"n\">" : "<td>");
                out.write(escaped(cells.of(batch, c, row)));
                out.write("</td>");
            }
            out.write("</tr>\n");
        }
    }

    @Override
    public void finish() throws IOException {
        end("");
    }

    @Override
    public void finishCut() throws IOException {
        end("<p><strong>There are more rows than were asked for.</strong></p>\n");
    }

    private void end(String note) throws IOException {
        out.write("</tbody></table>\n" + note + "</body></html>\n");
        out.flush();
    }

    @Override
    public void close() {}

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

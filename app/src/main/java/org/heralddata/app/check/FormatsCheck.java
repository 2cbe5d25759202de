package org.heralddata.app.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableReader;
import org.w3c.dom.Element;

/** An answer in each format that the capabilities declare, of the declared type, and recognised by the reader of that format. */
record FormatsCheck() implements VoCheck {
    private static final String HELP = "clients choose formats from the capabilities: report it with the format";

    @Override
    public CheckCode code() {
        return CheckCode.FORMATS;
    }

    @Override
    public String name() {
        return "declared formats";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply capabilities = node.get("/tap/capabilities").good();
        List<Element> formats = Markup.all(Markup.parse(capabilities), "outputFormat");
        found.require(!formats.isEmpty(), capabilities.url(), "no output format is declared", HELP);
        for (Element format : formats) {
            String mime = Markup.text(format, "mime");
            Reply reply = node.sync(
                    "RESPONSEFORMAT=" + mime, "QUERY=SELECT TOP 2 table_name, column_index FROM tap_schema.columns");
            found.looked();
            if (reply.status() != 200) {
                found.add(reply.url(), "`%s` has the status %d".formatted(mime, reply.status()), HELP);
                continue;
            }
            found.require(
                    reply.mediaType().equals(Reply.bare(mime)),
                    reply.url(),
                    "`%s` is answered as `%s`".formatted(mime, reply.header("Content-Type")),
                    HELP);
            if (reply.body().length == 0) {
                found.add(reply.url(), "the answer as `%s` is empty".formatted(mime), HELP);
            } else {
                recognise(mime, reply, found);
            }
        }
    }

    private static void recognise(String mime, Reply reply, Findings found) throws IOException {
        Formats formats = Formats.installed();
        Optional<String> name = formats.writers().stream()
                .filter(w -> Reply.bare(w.mediaType()).equals(Reply.bare(mime)))
                .map(w -> w.format().value())
                .filter(format -> formats.readers().stream()
                        .anyMatch(r -> r.format().value().equals(format)))
                .findFirst();
        // text formats are known by their names, not by their content
        if (name.isEmpty()
                || Reply.bare(mime).startsWith("text/")
                || Reply.bare(mime).endsWith("json")) {
            return;
        }
        Path file = Files.createTempFile("herald-check", ".bin");
        try {
            Files.write(file, reply.body());
            Optional<TableReader> reader = formats.recognise(file);
            found.require(
                    reader.isPresent(), reply.url(), "the answer as `%s` is of no format known".formatted(mime), HELP);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

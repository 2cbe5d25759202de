package org.heralddata.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads tables in JSON: arrays of objects, objects of arrays, an object a line, and what Herald writes. */
public final class JsonReader implements TableReader {

    @Override
    public FormatName format() {
        return new FormatName("json");
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        return JsonRecognition.judge(head);
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            throw new Refusal(Diagnostic.error(
                            TextCode.UNKNOWN_OPTION,
                            "JSON tables have no option `%s`"
                                    .formatted(
                                            String.join("`, `", options.values().keySet())))
                    .helped("leave it out"));
        }
        TextSource source = TextSource.of(file);
        refuseOtherThanText(source);
        JsonTable herald = HeraldJson.of(source);
        if (herald != null) {
            return new JsonTableFile(source, List.of(herald), List.of());
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var survey = new JsonSurvey(source, name.matches(".*\\.(jsonl|ndjson)(\\.gz)?"));
        List<JsonTable> tables = survey.tables();
        return new JsonTableFile(source, tables, survey.notices());
    }

    private static void refuseOtherThanText(TextSource source) throws IOException {
        TextHead head;
        try (InputStream in = source.openText()) {
            head = TextHead.of(in.readNBytes(FileHead.LENGTH), false);
        }
        if (head.isBinary() || head.bytes().length == 0) {
            throw new Refusal(Diagnostic.error(
                            TextCode.NOT_TEXT,
                            head.bytes().length == 0 ? "the file is empty" : "the file is not JSON",
                            new Location.InFile(source.name(), null, -1))
                    .helped("check that it was fetched completely"));
        }
    }
}

package org.heralddata.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
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

/** Reads text of rows and fields; the three formats differ in the delimiters that they look for. */
abstract class TextReader implements TableReader {

    /** Every delimiter, the surest sign of a table first. */
    static final List<Byte> ALL = List.of((byte) '\t', (byte) ',', (byte) ';', (byte) '|', RecordScanner.BLANKS);

    private final FormatName format;
    private final List<Byte> delimiters;

    TextReader(String format, List<Byte> delimiters) {
        this.format = new FormatName(format);
        this.delimiters = delimiters;
    }

    @Override
    public final FormatName format() {
        return format;
    }

    @Override
    public final Set<String> options() {
        return TextOptions.NAMES;
    }

    @Override
    public final Recognition recognise(FileHead head) {
        return TextRecognition.judge(head, new LinkedHashSet<>(delimiters));
    }

    @Override
    public final TableFile open(Path file, ReadOptions options) throws IOException {
        TextOptions told = TextOptions.of(options);
        TextSource source = TextSource.of(file);
        TextHead head;
        try (InputStream in = source.openText()) {
            head = TextHead.of(in);
        }
        if (head.bytes().length == 0) {
            throw refusal(source, TextCode.NO_TABLE, "the file is empty", "check that it was fetched completely");
        }
        if (head.isBinary()) {
            throw refusal(
                    source,
                    TextCode.NOT_TEXT,
                    "the file is not text in an encoding like ASCII or UTF-8",
                    "leave the format out to have it recognised; convert UTF-16 to UTF-8 first");
        }
        return new TextTableFile(source, LayoutGuess.of(source.name(), head, told, delimiters), told);
    }

    private static Refusal refusal(TextSource source, TextCode code, String message, String help) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(source.name(), null, -1))
                .helped(help));
    }
}

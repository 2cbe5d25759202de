package org.heralddata.formats.km3net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads KM3NeT's detector descriptions, data of the data acquisition and event lists, told apart by their first bytes. */
public final class Km3netTableReader implements TableReader {
    private static final FormatName FORMAT = new FormatName("km3net");

    private enum Kind {
        DETX,
        DATX,
        DAQ,
        EVT
    }

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        return kind(head.bytes()).isPresent() ? Recognition.BY_CONTENT : Recognition.NO;
    }

    private static Optional<Kind> kind(byte[] head) {
        if (DatxWalk.begins(head)) {
            return Optional.of(Kind.DATX);
        }
        if (DaqWalk.begins(head)) {
            return Optional.of(Kind.DAQ);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (EvtWalk.begins(text)) {
            return Optional.of(Kind.EVT);
        }
        List<String> lines = List.of(text.split("\\R", -1));
        return text.indexOf('\0') < 0 && DetxWalk.begins(lines) ? Optional.of(Kind.DETX) : Optional.empty();
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            String option = options.values().keySet().iterator().next();
            throw new Refusal(Diagnostic.error(
                            Km3netCode.OPTION, "the KM3NeT reader does not know the option `%s`".formatted(option))
                    .helped("it needs no options; leave this one out"));
        }
        Kind kind = kind(head(file))
                .orElseThrow(() -> Place.of(file)
                        .refusal(
                                Km3netCode.BROKEN,
                                0,
                                "this begins neither like a detector description nor like data or events of KM3NeT"));
        return switch (kind) {
            case DETX -> DetectorFiles.open(file, false);
            case DATX -> DetectorFiles.open(file, true);
            case DAQ -> DaqFiles.open(file);
            case EVT -> EvtFiles.open(file);
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (Bytes bytes = Bytes.open(file)) {
            byte[] head = new byte[FileHead.LENGTH];
            return Arrays.copyOf(head, bytes.read(head, 0, head.length));
        }
    }
}

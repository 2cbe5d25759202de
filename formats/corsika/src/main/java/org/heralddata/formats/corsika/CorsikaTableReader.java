package org.heralddata.formats.corsika;

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

/** Reads CORSIKA's particle and Cherenkov files, {@code .long} files and steering cards, told apart by their first bytes. */
public final class CorsikaTableReader implements TableReader {
    private static final FormatName FORMAT = new FormatName("corsika");

    private enum Kind {
        DAT,
        LONG,
        CARD
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
        byte[] bytes = head.bytes();
        if (!head.gzipped() && Bytes.isZstandard(bytes)) {
            try {
                bytes = head(head.path());
            } catch (IOException | Refusal unreadable) {
                return Recognition.NO;
            }
        }
        return kind(bytes).isPresent() ? Recognition.BY_CONTENT : Recognition.NO;
    }

    private static Optional<Kind> kind(byte[] bytes) {
        if (Framing.of(bytes).isPresent()) {
            return Optional.of(Kind.DAT);
        }
        if (bytes.length == 0 || bytes[bytes.length - 1] == 0 || bytes[0] == 0) {
            return Optional.empty();
        }
        List<String> lines = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\\R"));
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!written.isEmpty() && LongWalk.isHead(written.getFirst())) {
            return Optional.of(Kind.LONG);
        }
        // the last line may be cut
        boolean whole = bytes.length < FileHead.LENGTH;
        List<String> complete = whole ? written : written.subList(0, Math.max(0, written.size() - 1));
        return SteeringCard.isCard(complete) ? Optional.of(Kind.CARD) : Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (Bytes bytes = Bytes.open(file)) {
            byte[] head = new byte[FileHead.LENGTH];
            return Arrays.copyOf(head, bytes.read(head, 0, head.length));
        }
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            String option = options.values().keySet().iterator().next();
            throw new Refusal(Diagnostic.error(
                            CorsikaCode.OPTION, "the CORSIKA reader does not know the option `%s`".formatted(option))
                    .helped("it needs no options; leave this one out"));
        }
        return switch (kind(head(file)).orElse(Kind.DAT)) {
            case DAT -> DatFile.open(file);
            case LONG -> LongFile.open(file);
            case CARD -> CardFile.open(file);
        };
    }
}

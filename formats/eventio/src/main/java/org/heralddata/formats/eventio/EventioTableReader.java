package org.heralddata.formats.eventio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads EventIO files of CORSIKA's IACT package and of sim_telarray, plain or compressed. */
public final class EventioTableReader implements TableReader {
    private static final FormatName FORMAT = new FormatName("eventio");
    private static final int ENOUGH = 16;

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
            try (Bytes decompressed = Bytes.open(head.path())) {
                byte[] first = new byte[ENOUGH];
                bytes = Arrays.copyOf(first, decompressed.read(first, 0, ENOUGH));
            } catch (IOException | Refusal unreadable) {
                return Recognition.NO;
            }
        }
        return ObjectWalk.isMarker(bytes) ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            String option = options.values().keySet().iterator().next();
            throw new Refusal(Diagnostic.error(
                            EventioCode.OPTION, "the EventIO reader does not know the option `%s`".formatted(option))
                    .helped("it needs no options; leave this one out"));
        }
        return EventioFile.open(file);
    }
}

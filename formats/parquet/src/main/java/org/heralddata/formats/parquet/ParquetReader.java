package org.heralddata.formats.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

/** Reads Apache Parquet files. */
public final class ParquetReader implements TableReader {
    private static final String MAGIC = "PAR1";
    private static final int SMALLEST = 12;

    @Override
    public FormatName format() {
        return new FormatName("parquet");
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        return head.startsWith(MAGIC) && !head.gzipped() ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            throw new Refusal(Diagnostic.error(
                            ParquetCode.UNKNOWN_OPTION,
                            "Parquet files have no option `%s`"
                                    .formatted(
                                            String.join("`, `", options.values().keySet())))
                    .helped("leave it out"));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < SMALLEST || !MAGIC.equals(at(channel, 0))) {
                throw refusal(file, ParquetCode.NOT_PARQUET, "the file does not begin with `PAR1`, as Parquet does", 0);
            }
            if (!MAGIC.equals(at(channel, size - 4))) {
                throw refusal(
                        file, ParquetCode.DAMAGED, "the file does not end with `PAR1`; it seems cut off", size - 4);
            }
        }
        return new ParquetFile(file);
    }

    private static String at(FileChannel channel, long place) throws IOException {
        ByteBuffer four = ByteBuffer.allocate(4);
        while (four.hasRemaining() && channel.read(four, place + four.position()) >= 0) {
            // until the four bytes are there
        }
        return new String(four.array(), StandardCharsets.ISO_8859_1);
    }

    private static Refusal refusal(Path file, ParquetCode code, String message, long place) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(file.toString(), null, place))
                .helped("check that it was fetched completely"));
    }
}

package org.heralddata.formats.votable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads Enhanced Character-Separated Values, parted by commas or blanks, gzip or not. The table is named {@code ecsv}. */
public final class EcsvReader implements TableReader {

    @Override
    public FormatName format() {
        return new FormatName("ecsv");
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        return head.startsWith("# %ECSV") ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        NoOptions.demand("ecsv", options);
        SourceText source = new SourceText(file);
        EcsvTable table = EcsvTable.of(source);
        return new PumpedFile(
                table.metadata(),
                List.of(table.source()),
                List.of(),
                name -> rows -> table.read(source, rows),
                Map.of());
    }
}

package org.heralddata.formats.votable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads VOTables of all versions and serialisations, gzip or not. */
public final class VotableReader implements TableReader {
    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?VOTABLE[\\s>]", Pattern.CASE_INSENSITIVE);

    @Override
    public FormatName format() {
        return new FormatName("votable");
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        // Latin-1 shows the ASCII letters of UTF-16 with zero bytes between.
        String text = head.latin1().replace("\0", "");
        if (ROOT.matcher(text).find() && text.strip().matches("(?s)[^<]{0,4}<.*")) {
            return Recognition.BY_CONTENT;
        }
        return head.name().matches(".*\\.(vot|votable)(\\.gz)?") && text.contains("<?xml")
                ? Recognition.BY_NAME
                : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        NoOptions.demand("votable", options);
        SourceText source = new SourceText(file);
        VotableScan scan = new VotableScan(source);
        SafeXml.parse(source, scan);
        Map<String, VotableTable> byName =
                scan.tables().stream().collect(Collectors.toMap(t -> t.source().name(), Function.identity()));
        List<SourceTable> tables =
                scan.tables().stream().map(VotableTable::source).toList();
        return new PumpedFile(
                scan.metadata(),
                tables,
                scan.notices(),
                name -> new VotableRows(source, Objects.requireNonNull(byName.get(name))),
                scan.tables().stream().collect(Collectors.toMap(t -> t.source().name(), VotableTable::notes)));
    }
}

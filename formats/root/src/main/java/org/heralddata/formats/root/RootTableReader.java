package org.heralddata.formats.root;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.heralddata.formats.root.table.RootCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads ROOT files of any version since 5, without native code: trees, RNTuples, histograms, graphs. */
public final class RootTableReader implements TableReader {
    private static final FormatName FORMAT = new FormatName("root");

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
        if (head.gzipped() || !head.startsWith("root")) {
            return Recognition.NO;
        }
        byte[] bytes = head.bytes();
        boolean headed = bytes.length > 64 && bytes[4] == 0 && bytes[8] == 0;
        if (headed) {
            return Recognition.BY_CONTENT;
        }
        return head.name().toLowerCase(Locale.ROOT).endsWith(".root") ? Recognition.BY_NAME : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            String option = options.values().keySet().iterator().next();
            throw new Refusal(
                    Diagnostic.error(RootCode.OPTION, "the ROOT reader does not know the option `%s`".formatted(option))
                            .helped("it needs no options; leave this one out"));
        }
        return RootTableFile.open(file);
    }
}

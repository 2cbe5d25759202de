package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/** Reads HDF5 files of any superblock version, without native code. */
public final class Hdf5TableReader implements TableReader {
    private static final FormatName FORMAT = new FormatName("hdf5");
    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";
    private static final Set<String> ENDINGS = Set.of(".h5", ".hdf5", ".hdf", ".he5");

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    /** The signature may follow a user block of 512, 1024, 2048 ... bytes. */
    @Override
    public Recognition recognise(FileHead head) {
        if (head.gzipped()) {
            return Recognition.NO;
        }
        String start = head.latin1();
        for (int at = 0; at < FileHead.LENGTH; at = at == 0 ? 512 : at * 2) {
            if (start.startsWith(SIGNATURE, at)) {
                return Recognition.BY_CONTENT;
            }
        }
        String name = head.name().toLowerCase(Locale.ROOT);
        boolean named = ENDINGS.stream().anyMatch(name::endsWith);
        return named && start.length() == FileHead.LENGTH ? Recognition.BY_NAME : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        if (!options.values().isEmpty()) {
            String option = options.values().keySet().iterator().next();
            throw new Refusal(
                    Diagnostic.error(Hdf5Code.OPTION, "the HDF5 reader does not know the option `%s`".formatted(option))
                            .helped("it needs no options; leave this one out"));
        }
        return Hdf5TableFile.open(file);
    }
}

package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/**
 * Reads the binary and ASCII tables of FITS files, gzip or not. Option {@code checksum}: {@code verify} (default) or
 * {@code ignore}.
 */
public final class FitsTableReader implements TableReader {
    private static final String CHECKSUM = "checksum";

    @Override
    public FormatName format() {
        return new FormatName("fits");
    }

    @Override
    public Set<String> options() {
        return Set.of(CHECKSUM);
    }

    @Override
    public Recognition recognise(FileHead head) {
        return head.startsWith("SIMPLE  =") ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        boolean verify = verify(options);
        if (!FileHead.of(file).startsWith("SIMPLE  =")) {
            throw Place.of(file)
                    .refusal(
                            FitsCode.NOT_FITS,
                            0,
                            "this is not a FITS file: it does not begin with `SIMPLE  =`",
                            "`herald describe` without `--format` finds the format itself");
        }
        try (Bytes bytes = Bytes.open(file)) {
            return new FitsFile(file, HduList.read(bytes, Place.of(file), verify));
        }
    }

    private boolean verify(ReadOptions options) {
        for (String name : options.values().keySet()) {
            if (!options().contains(name)) {
                throw new Refusal(
                        Diagnostic.error(FitsCode.UNKNOWN_OPTION, "the format fits has no option `%s`".formatted(name))
                                .helped(Nearest.help(name, options())));
            }
        }
        return switch (options.values().getOrDefault(CHECKSUM, "verify")) {
            case "verify" -> true;
            case "ignore" -> false;
            default ->
                throw new Refusal(Diagnostic.error(
                        FitsCode.UNKNOWN_OPTION,
                        "the option `checksum` is `verify` or `ignore`, not `%s`"
                                .formatted(options.values().get(CHECKSUM))));
        };
    }
}

package org.heralddata.app.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/** A file that appears under its name only when it is complete. */
public final class OutputFile {

    private OutputFile() {}

    /** Fills a file. */
    public interface Filler {
        void fill(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target and moves it there when done; a failure leaves nothing behind.
     *
     * @param replace whether a file that exists may be replaced
     */
    public static void write(Path target, boolean replace, Filler filler) throws IOException {
        if (!replace && Files.exists(target)) {
            throw new Refusal(Diagnostic.error(AppCode.FILE_EXISTS, "`%s` exists already".formatted(target))
                    .helped("choose another name, or add --force to replace it"));
        }
        Path folder = target.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(folder, "." + target.getFileName(), ".partial");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
                filler.fill(out);
            }
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * The writer for a file.
     *
     * @param format its name; null to go by the ending of the file's name
     */
    public static TableWriter writer(Formats formats, Path target, @Nullable String format) {
        List<String> names =
                formats.writers().stream().map(w -> w.format().value()).toList();
        if (format != null) {
            return formats.writer(format)
                    .orElseThrow(() -> new Refusal(
                            Diagnostic.error(AppCode.UNKNOWN_FORMAT, "no writer is called `%s`".formatted(format))
                                    .helped(advice(format, names))));
        }
        return formats.writerFor(target)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                AppCode.UNKNOWN_FORMAT,
                                "the ending of `%s` names no format that Herald writes".formatted(target.getFileName()))
                        .helped("name it by --format: " + String.join(", ", names))));
    }

    private static String advice(String written, List<String> names) {
        String near = Nearest.help(written, names);
        return near != null ? near : "there are: " + String.join(", ", names);
    }
}

package org.heralddata.formats.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;

/** Also of compressed text, in which every cut shows. */
class TsvReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new TsvReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        Path file = folder.resolve("sample.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("ra\tdec\tnhit\n83.6\t22.0\t12\n266.4\t-29\t\n10\t41.3\t7\n".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}

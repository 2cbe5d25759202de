package org.heralddata.formats.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;

class AsciiReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new AsciiReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sample.dat"), """
                # logE  Flux  Err
                  17.55 1.5e-15  1e-17
                  17.65 7.8e-16  9e-18
                  17.75 3.9e-16  -
                """);
    }

    @Override
    protected boolean showsTruncation() {
        return false;
    }
}

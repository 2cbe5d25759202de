package org.heralddata.formats.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;

class CsvReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new CsvReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sample.csv"), """
                # Source: a test
                event,E (GeV),kind,time,good
                1,1.5,"gamma, perhaps",2004-01-31T12:00:00Z,true
                2,,proton,2004-01-31T12:00:01.5Z,false
                3,2e3,\"said \"\"iron\"\"\",2004-02-01 00:00:00,true
                """);
    }

    @Override
    protected boolean showsTruncation() {
        return false;
    }
}

package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;

class FitsTableReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new FitsTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.copy(SharedData.file("fits-votable/fits/theap-gap.fits"), folder.resolve("theap-gap.fits"));
    }
}

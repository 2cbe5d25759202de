package org.heralddata.formats.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;

/** The contract, held on a split object with numbers, arrays, strings and vectors. */
final class RootTableReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new RootTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.copy(
                SharedData.file("root-variety/uproot-small-evnt-tree-fullsplit.root"), folder.resolve("events.root"));
    }

    @Override
    protected int changedCopies() {
        return 200;
    }
}

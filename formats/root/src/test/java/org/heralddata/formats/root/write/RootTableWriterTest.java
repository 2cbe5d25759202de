package org.heralddata.formats.root.write;

import org.heralddata.formats.root.RootTableReader;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;

final class RootTableWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new RootTableWriter();
    }

    @Override
    protected TableReader reader() {
        return new RootTableReader();
    }

    @Override
    protected boolean writes(Column column) {
        return true;
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }
}

package org.heralddata.formats.hdf5;

import org.heralddata.model.table.Column;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;

final class Hdf5TableWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new Hdf5TableWriter();
    }

    @Override
    protected TableReader reader() {
        return new Hdf5TableReader();
    }

    @Override
    protected boolean writes(Column column) {
        return true;
    }

    @Override
    protected Nested nested() {
        return Nested.FLATTENED;
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }
}

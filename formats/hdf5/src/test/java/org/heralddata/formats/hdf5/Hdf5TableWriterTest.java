package org.heralddata.formats.hdf5;

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
    protected String expectedDescription(String written) {
        return written;
    }
}

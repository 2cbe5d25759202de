package org.heralddata.formats.text;

import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;

class TsvWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new TsvWriter();
    }

    @Override
    protected TableReader reader() {
        return new TsvReader();
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }
}

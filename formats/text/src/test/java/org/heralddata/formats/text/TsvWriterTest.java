package org.heralddata.formats.text;

import org.heralddata.model.table.Column;
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
    protected boolean writes(Column column) {
        return true;
    }

    @Override
    protected Nested nested() {
        return Nested.WITH_MISSING;
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }
}

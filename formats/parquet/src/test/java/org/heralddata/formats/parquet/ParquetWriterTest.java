package org.heralddata.formats.parquet;

import org.heralddata.model.table.Column;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;

class ParquetWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new ParquetWriter();
    }

    @Override
    protected TableReader reader() {
        return new ParquetReader();
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

package org.heralddata.formats.parquet;

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
    protected String expectedDescription(String written) {
        return written;
    }
}

package org.heralddata.formats.text;

import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;

class JsonWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new JsonWriter();
    }

    @Override
    protected TableReader reader() {
        return new JsonReader();
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }
}

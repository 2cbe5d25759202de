package org.heralddata.serve.vo.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final TapFormat FORMAT =
            new TapFormats(new Formats(List.of(), List.of(new Nothing()))).find(Optional.of("nothing"));
    private final AnswerCache cache = new AnswerCache();

    /** A format of which only the name matters. */
    private record Nothing() implements TableWriter {
        @Override
        public FormatName format() {
            return new FormatName("nothing");
        }

        @Override
        public String mediaType() {
            return "application/x-nothing";
        }

        @Override
        public String extension() {
            return "nothing";
        }

        @Override
        public double bytesPerRow(TableHeader header) {
            return 0;
        }

        @Override
        public TableSink open(OutputStream out, TableHeader header) {
            throw new UnsupportedOperationException("writes nothing");
        }
    }

    private static TapQuery query(String adql) {
        return new TapQuery(adql, 10, FORMAT, List.of(), "");
    }

    private static AnswerCache.Copy copy(int bytes) throws IOException {
        var copy = new AnswerCache.Copy(OutputStream.nullOutputStream());
        copy.write(new byte[bytes]);
        return copy;
    }

    @Test
    void anAnswerIsKeptUntilThereAreOtherTables() throws IOException {
        var tables = new Object();
        cache.keep(query("SELECT 1 AS x"), tables, copy(5), true);
        assertThat(cache.find(query("SELECT 1 AS x"), tables)).isPresent();
        assertThat(cache.find(query("SELECT 1 AS x"), tables).orElseThrow().cut())
                .isTrue();
        assertThat(cache.find(query("SELECT 2 AS x"), tables)).isEmpty();
        assertThat(cache.find(query("SELECT 1 AS x"), new Object())).isEmpty();
    }

    @Test
    void whatChangesWithEachAskingIsNotKept() throws IOException {
        var tables = new Object();
        cache.keep(query("SELECT RAND() AS x FROM t"), tables, copy(5), false);
        assertThat(cache.find(query("SELECT RAND() AS x FROM t"), tables)).isEmpty();
    }

    @Test
    void memoryIsBounded() throws IOException {
        var tables = new Object();
        cache.keep(query("large"), tables, copy(300 << 10), false);
        assertThat(cache.find(query("large"), tables)).isEmpty();
        for (int i = 0; i < 200; i++) {
            cache.keep(query("q" + i), tables, copy(250 << 10), false);
        }
        assertThat(cache.find(query("q0"), tables)).isEmpty();
        assertThat(cache.find(query("q199"), tables)).isPresent();
    }
}

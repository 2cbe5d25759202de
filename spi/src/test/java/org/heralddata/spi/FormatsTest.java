package org.heralddata.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private record Named(String name) implements TableWriter {
        @Override
        public FormatName format() {
            return new FormatName(name);
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String extension() {
            return name;
        }

        @Override
        public double bytesPerRow(TableHeader header) {
            return 1;
        }

        @Override
        public TableSink open(OutputStream out, TableHeader header) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void writersAreFoundByNameWhateverTheirOrder() {
        var formats = new Formats(List.of(), List.of(new Named("b"), new Named("a")));
        assertThat(formats.writers()).extracting(w -> w.format().value()).containsExactly("a", "b");
        assertThat(formats.writer("b")).contains(new Named("b"));
    }

    @Test
    void twoOfOneFormatAreRefused() {
        assertThatThrownBy(() -> new Formats(List.of(), List.of(new Named("a"), new Named("a"))))
                .hasMessageContaining("the format a is installed twice");
    }
}

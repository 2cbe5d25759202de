package org.heralddata.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

final class WriteOptionsTest {
    private static final WriteOption LAYOUT =
            WriteOption.of("layout", "How rows lie", "columns", "columns", "compound");
    private static final WriteOption LEVEL = WriteOption.number("level", "How small", 0, 9, 1);

    /** Says what it was told in its ending. */
    private record Fake(String extension) implements TunableWriter {

        @Override
        public List<WriteOption> options() {
            return List.of(LAYOUT, LEVEL);
        }

        @Override
        public TableWriter with(WriteOptions choices) {
            return new Fake(choices.value(LAYOUT) + choices.number(LEVEL));
        }

        @Override
        public FormatName format() {
            return new FormatName("fake");
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public double bytesPerRow(TableHeader header) {
            return 1;
        }

        @Override
        public TableSink open(OutputStream out, TableHeader header) {
            throw new UnsupportedOperationException("not needed here");
        }
    }

    private static List<Diagnostic> refused(Map<String, String> told) {
        var refusals = new java.util.ArrayList<Diagnostic>();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> WriteOptions.apply(new Fake("none"), told))
                .satisfies(refusal -> refusals.addAll(refusal.diagnostics()));
        return refusals;
    }

    @Test
    void givesWhatIsToldAndElseTheUsual() {
        assertThat(WriteOptions.apply(new Fake("none"), Map.of("layout", "compound"))
                        .extension())
                .isEqualTo("compound1");
        assertThat(WriteOptions.apply(new Fake("none"), Map.of("level", "9")).extension())
                .isEqualTo("columns9");
        assertThat(WriteOptions.apply(new Fake("none"), Map.of()).extension()).isEqualTo("none");
    }

    @Test
    void refusesUnknownNamesAndValuesTogetherWithTheNearest() {
        assertThat(refused(Map.of("layuot", "columns", "level", "10")))
                .extracting(Diagnostic::code)
                .containsExactly(WriteCode.UNKNOWN_OPTION, WriteCode.BAD_VALUE);
        assertThat(refused(Map.of("layuot", "columns")))
                .extracting(Diagnostic::help)
                .containsExactly("did you mean `layout`?");
        assertThat(refused(Map.of("layout", "compund")))
                .extracting(Diagnostic::help)
                .containsExactly("did you mean `compound`?");
        assertThat(refused(Map.of("level", "10")))
                .extracting(Diagnostic::help)
                .containsExactly("it can be 0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
        assertThat(refused(Map.of("colour", "blue")))
                .extracting(Diagnostic::help)
                .containsExactly("its options: layout, level");
    }

    @Test
    void anOptionKnowsItsUsualValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteOption.of("layout", "", "rows", "columns", "compound"));
        assertThatIllegalArgumentException().isThrownBy(() -> WriteOption.of("layout", "", "columns", "columns"));
        assertThatIllegalArgumentException().isThrownBy(() -> WriteOption.of("Lay out", "", "a", "a", "b"));
    }
}

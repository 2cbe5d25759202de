package org.heralddata.formats.root.write;

import java.util.List;
import java.util.Locale;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOption.Value;
import org.heralddata.spi.WriteOptions;
import org.jspecify.annotations.Nullable;

/** The choices of compression that writers of ROOT files leave. */
public final class Compressions {
    private static final String NONE = "none";
    private static final WriteOption LEVEL =
            WriteOption.number("level", "1 is fast, 9 small; LZ4 has one level only", 1, 9, 1);

    private final WriteOption compression;

    /** @param usual what a file is compressed by if nothing is said */
    public Compressions(Algorithm usual) {
        compression = new WriteOption(
                "compression",
                "How the file is compressed",
                List.of(
                        new Value(name(Algorithm.ZLIB), "zlib, read by every program"),
                        new Value(name(Algorithm.ZSTD), "Zstandard, from ROOT 6.20 on; smaller and faster"),
                        new Value(name(Algorithm.LZ4), "LZ4, from ROOT 6.10 on; large and very fast"),
                        new Value(NONE, "not at all")),
                name(usual));
    }

    private static String name(Algorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }

    public List<WriteOption> options() {
        return List.of(compression, LEVEL);
    }

    /** Null for none. */
    public @Nullable Algorithm algorithm(WriteOptions choices) {
        String chosen = choices.value(compression);
        return chosen.equals(NONE) ? null : Algorithm.valueOf(chosen.toUpperCase(Locale.ROOT));
    }

    public int level(WriteOptions choices) {
        return choices.number(LEVEL);
    }
}

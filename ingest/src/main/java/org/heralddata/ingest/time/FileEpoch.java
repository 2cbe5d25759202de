package org.heralddata.ingest.time;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.time.TimeScale;
import org.jspecify.annotations.Nullable;

/**
 * Since when the times of a file are counted: as the descriptor says, else as the file does.
 *
 * @see <a href="https://doi.org/10.1051/0004-6361/201424653">Rots et al. (2015), A&amp;A 574, A36</a>, section 4
 */
public final class FileEpoch {

    private FileEpoch() {}

    /** The epoch, in the scale; empty if neither tells. */
    public static Optional<BigDecimal> mjd(TimeMapping.Elapsed elapsed, Map<String, String> metadata) {
        Double told = elapsed.referenceMjd();
        if (told != null) {
            return Optional.of(BigDecimal.valueOf(told));
        }
        Optional<BigDecimal> days = number(metadata.get("MJDREFI"));
        return days.isPresent()
                ? days.map(d -> d.add(number(metadata.get("MJDREFF")).orElse(BigDecimal.ZERO)))
                : number(metadata.get("MJDREF"));
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip().replace('D', 'E')));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    /** The scale; empty if neither tells, or the file one that Herald does not know. */
    public static Optional<TimeScale> scale(TimeMapping.Elapsed elapsed, Map<String, String> metadata) {
        TimeScale told = elapsed.scale();
        if (told != null) {
            return Optional.of(told);
        }
        String written = metadata.getOrDefault("TIMESYS", "").strip().toUpperCase(Locale.ROOT);
        // a realisation may follow in brackets: TT(TAI)
        String name = written.split("\\(", 2)[0];
        return switch (name) {
            case "UTC" -> Optional.of(TimeScale.UTC);
            case "TAI" -> Optional.of(TimeScale.TAI);
            case "TT", "TDT", "ET" -> Optional.of(TimeScale.TT);
            case "TDB" -> Optional.of(TimeScale.TDB);
            case "GPS" -> Optional.of(TimeScale.GPS);
            default -> Optional.empty();
        };
    }
}

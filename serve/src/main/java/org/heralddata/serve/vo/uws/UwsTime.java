package org.heralddata.serve.vo.uws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as UWS 1.1 writes them (section 2.1.1): ISO 8601 in UTC, always ending in {@code Z}. */
final class UwsTime {
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private UwsTime() {}

    /** With milliseconds; null for null. */
    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : FORM.format(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** With or without a zone (then UTC), or a date alone; empty if it is none of them. */
    static Optional<Instant> read(String written) {
        String text = written.strip().replace(' ', 'T');
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return Optional.of(
                    text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

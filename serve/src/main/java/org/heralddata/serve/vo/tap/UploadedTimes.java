package org.heralddata.serve.vo.tap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Texts that a VOTable says are timestamps (DALI 1.1, section 3.3.3): ISO 8601, UTC. */
final class UploadedTimes {

    private UploadedTimes() {}

    /** Nanoseconds since 1970; a blank text is no time. Refuses what is none. */
    static Vector of(Vector.Strings texts, String table, String column) {
        int size = texts.size();
        var values = new long[size];
        var nulls = new BitSet();
        for (int i = 0; i < size; i++) {
            String text = texts.isNull(i) ? null : texts.values()[i];
            if (text == null || text.isBlank()) {
                nulls.set(i);
            } else {
                values[i] = nanoseconds(text.strip(), table, column);
            }
        }
        return new Vector.Longs(values, size, nulls.isEmpty() ? null : nulls);
    }

    private static long nanoseconds(String text, String table, String column) {
        try {
            Instant time = time(text.replace(' ', 'T'));
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw refused(text, table, column, unreadable);
        }
    }

    private static Instant time(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static Refusal refused(String text, String table, String column, @Nullable Throwable why) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        var diagnostic = Diagnostic.error(
                        TapCode.UPLOAD_UNREADABLE,
                        "`%s` in column `%s` of the upload `%s` is no timestamp".formatted(shown, column, table))
                .helped("write 2026-11-21T09:22:00.5, from 1678 to 2262, or leave out xtype=\"timestamp\"");
        return why == null ? new Refusal(diagnostic) : new Refusal(diagnostic, why);
    }
}

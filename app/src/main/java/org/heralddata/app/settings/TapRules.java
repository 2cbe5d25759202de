package org.heralddata.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.heralddata.serve.vo.tap.TapSettings;

/**
 * What the settings grant to queries.
 *
 * @param defaultRows of an answer if MAXREC is absent
 * @param maxRows     of an answer
 * @param sync        until the first row of a synchronous answer, and between batches of rows
 * @param uploadBytes of a table
 * @param uploadRows  of a table
 * @param uploads     tables in one request
 * @param fetch       of a table from its address
 */
public record TapRules(
        long defaultRows, long maxRows, Duration sync, long uploadBytes, long uploadRows, int uploads, Duration fetch) {

    static TapRules read(SettingsSection section) {
        long maxRows = section.number("max_rows", 1, 10_000_000_000L, 50_000_000);
        return new TapRules(
                section.number("default_rows", 1, maxRows, Math.min(maxRows, 2_000_000)),
                maxRows,
                Duration.ofSeconds(section.number("sync_seconds", 1, 3_600, 60)),
                section.number("upload_megabytes", 1, 16_384, 256) << 20,
                section.number("upload_rows", 1, 1_000_000_000, 5_000_000),
                (int) section.number("upload_tables", 1, 100, 10),
                Duration.ofSeconds(section.number("fetch_seconds", 1, 3_600, 60)));
    }

    /** @param temporary folder for tables on their way */
    public TapSettings settings(Path temporary) {
        return new TapSettings(defaultRows, maxRows, sync, uploadBytes, uploadRows, uploads, fetch, false, temporary);
    }
}

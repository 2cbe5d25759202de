package org.heralddata.jobs.request.pack;

import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;

/**
 * A file that stands in a package.
 *
 * @param sha256 64 hexadecimal digits
 * @param table  what is in a file of data; null of the files about them
 */
record PackedFile(
        String name,
        String mediaType,
        String description,
        long bytes,
        String sha256,
        @Nullable PackedTable table) {

    /**
     * @param fingerprint see {@link Fingerprint}
     */
    record PackedTable(TableHeader header, long rows, String fingerprint) {}
}

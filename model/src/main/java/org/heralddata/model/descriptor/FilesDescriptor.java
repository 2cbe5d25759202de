package org.heralddata.model.descriptor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files a collection has and what to take from each of them for the catalogue of files.
 *
 * @param source     where they are; {@code table} is null
 * @param fields     names unique
 * @param times      null if the files cover no time that could be told
 * @param run        the field, of type int64, that is the run's number; null if there is none
 * @param instrument the field, of type string, that names the instrument; null for what the collection says
 */
public record FilesDescriptor(
        SourceDescriptor source,
        List<FileFieldDescriptor> fields,
        @Nullable FileTimes times,
        @Nullable String run,
        @Nullable String instrument) {

    public FilesDescriptor {
        fields = List.copyOf(fields);
    }

    /** Differs where files would be read by other rules; the same in every process. */
    public String digest() {
        String rules = "2 %s %s %s %s %s %s"
                .formatted(source.format(), new TreeMap<>(source.options()), fields, times, run, instrument);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

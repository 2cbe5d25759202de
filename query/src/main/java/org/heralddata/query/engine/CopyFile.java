package org.heralddata.query.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.query.cube.Grids;
import org.heralddata.store.TableScan.ScanColumn;
import org.heralddata.store.TableScan.ScanFile;

/**
 * The file that a table's copy is in, whether it is there or not.
 *
 * @param key tells the copy of one table of one release, in one version of the format, from all others; the file holds it, too
 */
record CopyFile(Source source, Path path, String key) {
    static final String SUFFIX = ".duckdb";

    /** Of a file in the making; what is killed leaves it behind. */
    static final String MAKING = ".making";

    /** The table that says of what the file is a copy; written last. */
    static final String ABOUT = "about_";

    /** Raised when what is in a copy changes. */
    private static final int VERSION = 3;

    private static final int MOST_CODED = 64;

    static CopyFile of(Path folder, Source source) {
        String key = key(source);
        String name = source.identity().replaceAll("[^A-Za-z0-9._-]", "_") + "." + key.substring(0, 16) + SUFFIX;
        return new CopyFile(source, folder.resolve(name), key);
    }

    boolean bySky() {
        return Copy.bySky(source);
    }

    /** Columns whose codes on their usual grid the copy holds, in 16 bits each: scalar numbers and times. */
    static Set<String> coded(Source source) {
        return source.table().columns().stream()
                .filter(c -> Grids.usual(c).isPresent())
                .limit(MOST_CODED)
                .map(PublishedColumn::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Path making() {
        return path.resolveSibling(path.getFileName() + MAKING);
    }

    private static String key(Source source) {
        var text = new StringBuilder("herald copy ").append(VERSION).append('\n');
        text.append(source.identity()).append('\n').append(Copy.bySky(source)).append('\n');
        for (ScanFile file : source.scan().files()) {
            text.append(file.path().getFileName()).append(' ').append(file.rows());
            text.append(' ').append(file.bytes()).append('\n');
        }
        for (ScanColumn column : source.scan().columns()) {
            text.append(column).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

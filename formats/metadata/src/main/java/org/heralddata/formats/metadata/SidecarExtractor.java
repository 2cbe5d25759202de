package org.heralddata.formats.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.Extracted;
import org.heralddata.spi.MetadataExtractor;

/**
 * {@code from: sidecar}: an entry of a file beside the data file, such as <code>{stem}.json</code>.
 *
 * <p>{@code file} is relative to the folder of the data file; <code>{name}</code> stands for its name, <code>{stem}</code> for
 * its name without the ending (two endings if the last is of a compression). {@code key} leads into nested JSON and YAML with
 * slashes. Other endings than json, yaml and yml hold lines of {@code key = value} or {@code key: value}.
 */
public final class SidecarExtractor implements MetadataExtractor {
    private static final String FILE = "file";
    private static final String KEY = "key";
    private static final Pattern WORD = Pattern.compile("\\{[^}]*}?");
    private static final List<String> WORDS = List.of("{name}", "{stem}");
    private static final Set<String> COMPRESSIONS = Set.of("gz", "bz2", "xz", "zst", "lz4", "fz");

    @Override
    public String name() {
        return "sidecar";
    }

    @Override
    public Set<String> options() {
        return Set.of(FILE, KEY);
    }

    @Override
    public List<Mistake> mistakes(Map<String, String> options) {
        var mistakes = new ArrayList<Mistake>();
        String file = options.get(FILE);
        if (file == null) {
            mistakes.add(new Mistake(FILE, "a field from sidecar needs `file`", "such as `{stem}.json`"));
        } else if (file.startsWith("/")) {
            mistakes.add(new Mistake(FILE, "the `file` of a sidecar is relative to the folder of the data file", null));
        } else {
            WORD.matcher(file)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> !WORDS.contains(word))
                    .forEach(word -> mistakes.add(new Mistake(
                            FILE,
                            "`%s` stands for nothing in the `file` of a sidecar".formatted(word),
                            Objects.requireNonNullElse(
                                    Nearest.help(word, WORDS),
                                    "`{name}` stands for the file's name, `{stem}` for its name without ending"))));
        }
        if (options.get(KEY) == null) {
            mistakes.add(new Mistake(KEY, "a field from sidecar needs `key`", "such as `run/livetime`"));
        }
        return mistakes;
    }

    @Override
    public Optional<Extracted> extract(ExaminedFile file, Map<String, String> options) throws IOException {
        String key = options.getOrDefault(KEY, "");
        Path sidecar = place(file, options.getOrDefault(FILE, ""));
        if (!Files.isRegularFile(sidecar)) {
            return Optional.empty();
        }
        if (!sidecar.toRealPath().startsWith(file.folder().toRealPath())) {
            throw refusal(MetadataCode.OUTSIDE, "the side-car file leads out of the data folder", sidecar);
        }
        return SidecarFile.read(sidecar).value(key).map(Extracted::of);
    }

    private static Path place(ExaminedFile file, String pattern) {
        String name = String.valueOf(file.path().getFileName());
        String named = pattern.replace("{name}", name).replace("{stem}", stem(name));
        try {
            return file.path().resolveSibling(named).normalize();
        } catch (InvalidPathException wrong) {
            throw refusal(MetadataCode.BROKEN, "`%s` cannot be the name of a file".formatted(named), file.path());
        }
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return name;
        }
        String stem = name.substring(0, dot);
        int before = stem.lastIndexOf('.');
        return before > 0 && COMPRESSIONS.contains(name.substring(dot + 1)) ? stem.substring(0, before) : stem;
    }

    static Refusal refusal(MetadataCode code, String message, Path place) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(place.toString(), null, -1)));
    }
}

package org.heralddata.formats.ksy.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a .ksy file and all that it imports. Imports lead to files below the folder of the first, nowhere else: relative
 * ones beside the file that imports, absolute ones below {@value #LIBRARY}.
 */
public final class Loader {
    /** Where absolute imports such as {@code /common/vlq} are looked for, beside the first file. */
    public static final String LIBRARY = "ks_path";

    private static final int MOST_FILES = 100;

    private final Path folder;
    private final Problems problems;
    private final SequencedMap<Path, TypeSpec> files = new LinkedHashMap<>();
    private final Map<String, TypeSpec> byName = new LinkedHashMap<>();

    private Loader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * What was read.
     *
     * @param main   the first file's type; null, and told, if it cannot be read
     * @param byName all files' types by the names that they are imported by
     * @param files  real paths, the first file first
     */
    public record Loaded(@Nullable TypeSpec main, Map<String, TypeSpec> byName, List<Path> files) {}

    /** Reads; what is wrong is told. */
    public static Loaded load(Path file, Problems problems) throws IOException {
        Path real = file.toRealPath();
        Path folder = real.getParent();
        var loader = new Loader(folder == null ? real : folder, problems);
        TypeSpec main = loader.file(real, file.toString(), null);
        return new Loaded(main, Map.copyOf(loader.byName), List.copyOf(loader.files.keySet()));
    }

    private @Nullable TypeSpec file(Path real, String shown, @Nullable Text from) throws IOException {
        TypeSpec known = files.get(real);
        if (known != null) {
            return known;
        }
        if (files.size() >= MOST_FILES) {
            tell(from, shown, "more than %d files are imported".formatted(MOST_FILES));
            return null;
        }
        String text = text(real, shown, from);
        if (text == null) {
            return null;
        }
        var source = new Source(real, shown, text.lines().toList());
        MappingNode root = YamlText.root(text, source, problems);
        if (root == null) {
            return null;
        }
        String stem = stem(real);
        TypeSpec type = new TypeReader(source, problems).read(root, stem, null, 0);
        files.put(real, type);
        byName.putIfAbsent(type.name(), type);
        byName.putIfAbsent(stem, type);
        for (Text wanted : type.imports()) {
            follow(type, wanted, wanted.value());
        }
        if (type.opaqueTypes()) {
            Opaque.names(type).forEach((name, use) -> {
                try {
                    followOpaque(type, name, use);
                } catch (IOException unreadable) {
                    tell(use, name, "the file of the opaque type `%s` cannot be read".formatted(name));
                }
            });
        }
        return type;
    }

    private void followOpaque(TypeSpec type, String name, Text use) throws IOException {
        if (!byName.containsKey(name)
                && Files.isRegularFile(type.source().path().resolveSibling(name + ".ksy"))) {
            follow(type, use, name);
        }
    }

    private void follow(TypeSpec importing, Text at, String name) throws IOException {
        Path path = name.startsWith("/")
                ? folder.resolve(LIBRARY).resolve(name.substring(1) + ".ksy")
                : importing.source().path().resolveSibling(name + ".ksy");
        if (!path.normalize().startsWith(folder)) {
            tell(at, name, "`%s` leads out of the folder of the .ksy file".formatted(name));
            return;
        }
        if (!Files.isRegularFile(path)) {
            tell(at, name, "there is no file `%s`".formatted(folder.relativize(path.normalize())));
            return;
        }
        Path real = path.toRealPath();
        if (!real.startsWith(folder)) {
            tell(at, name, "`%s` leads out of the folder of the .ksy file".formatted(name));
            return;
        }
        TypeSpec type = file(real, folder.relativize(real).toString(), at);
        if (type != null) {
            byName.putIfAbsent(name.substring(name.lastIndexOf('/') + 1), type);
        }
    }

    private @Nullable String text(Path file, String shown, @Nullable Text from) throws IOException {
        if (Files.size(file) > 4L * YamlText.MAX_LENGTH) {
            tell(from, shown, "`%s` is too large for a .ksy file".formatted(shown));
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            tell(from, shown, "`%s` is not UTF-8 text".formatted(shown));
            return null;
        }
    }

    private void tell(@Nullable Text from, String shown, String message) {
        if (from == null) {
            problems.add(Diagnostic.error(KsyCode.NOT_A_KSY, message, new Location.InFile(shown, null, -1)));
        } else {
            problems.error(
                    KsyCode.BAD_IMPORT,
                    from.place(),
                    message,
                    null,
                    "imports are files beside the .ksy file or below it, absolute ones below its folder `" + LIBRARY
                            + "`");
        }
    }

    private static String stem(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\.ksy$", "");
    }
}

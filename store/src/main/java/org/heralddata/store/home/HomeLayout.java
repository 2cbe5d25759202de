package org.heralddata.store.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.HomeFolders;
import org.heralddata.store.StoreDiagnostic;

/** Makes the folders of a home, or checks those that are there. */
final class HomeLayout {
    /** Raised when a change of the folders would mislead an older Herald. */
    static final int VERSION = 1;

    private static final Pattern LAYOUT = Pattern.compile("(?m)^layout:\\s*(\\S+)\\s*$");
    private static final Set<String> OURS =
            Set.of("config.yaml", "collections", "warehouse", "db", "requests", "cache", "lost+found", ".DS_Store");

    private HomeLayout() {}

    /**
     * The folders of a home that is ready for use, made where they were missing.
     *
     * @throws Refusal if the path cannot be a home, or is that of a newer Herald
     */
    static HomeFolders prepare(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw refusal(
                    StoreDiagnostic.HOME_NOT_A_FOLDER,
                    "`%s` is a file".formatted(path),
                    path,
                    "give a folder, or a name that does not exist yet, with --home");
        }
        try {
            Files.createDirectories(path);
            var folders = new HomeFolders(path.toRealPath());
            if (Files.exists(folders.config())) {
                checkVersion(folders.config());
            } else {
                checkEmpty(folders.root());
            }
            for (Path folder : List.of(
                    folders.collections(),
                    folders.warehouse(),
                    folders.staging(),
                    folders.database(),
                    folders.requests(),
                    folders.cache())) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(folders.config())) {
                Files.writeString(folders.config(), """
                        # Settings of this Herald home. `layout` is the version of its folders, not to be changed by hand.
                        layout: %d
                        """.formatted(VERSION));
            }
            return folders;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static void checkVersion(Path config) throws IOException {
        String text = new String(Files.readAllBytes(config), StandardCharsets.UTF_8);
        Matcher layout = LAYOUT.matcher(text);
        if (!layout.find() || !layout.group(1).matches("[0-9]{1,6}")) {
            throw refusal(
                    StoreDiagnostic.HOME_SETTINGS,
                    "`layout` is missing or is no number",
                    config,
                    "the line `layout: %d` belongs there if this is a Herald home".formatted(VERSION));
        }
        int version = Integer.parseInt(layout.group(1));
        if (version > VERSION) {
            throw refusal(
                    StoreDiagnostic.HOME_NEWER,
                    "layout %d is newer than this Herald, which knows layout %d".formatted(version, VERSION),
                    config,
                    "use the Herald that made this home, or a newer one");
        }
    }

    private static void checkEmpty(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            Set<String> foreign = entries.map(p -> p.getFileName().toString())
                    .filter(name -> !OURS.contains(name))
                    .collect(Collectors.toSet());
            if (!foreign.isEmpty()) {
                throw refusal(
                        StoreDiagnostic.HOME_FOREIGN,
                        "`%s` holds `%s` and no `config.yaml`: it is not a Herald home"
                                .formatted(root, foreign.iterator().next()),
                        root,
                        "give an empty folder, or a name that does not exist yet, with --home");
            }
        }
    }

    private static Refusal unwritable(Path path, IOException e) {
        String why = e instanceof AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
        var place = new Location.InFile(path.toString(), null, -1);
        String message = "cannot write to `%s`: %s".formatted(path, why);
        return new Refusal(
                Diagnostic.error(StoreDiagnostic.HOME_NOT_WRITABLE, message, place)
                        .helped("choose another folder with --home, or ask for permission to write there"),
                e);
    }

    private static Refusal refusal(StoreDiagnostic code, String message, Path place, String advice) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(place.toString(), null, -1))
                .helped(advice));
    }
}

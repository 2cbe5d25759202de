package org.heralddata.store.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;

/** Chooses and checks the name of a release. */
final class ReleaseNames {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Iceberg's name of the current snapshot, ours of the newest release, and that of the experiments' own files in addresses. */
    private static final Set<String> RESERVED = Set.of("main", "latest", "original");

    private ReleaseNames() {}

    /**
     * The wanted name, or {@code r1}, {@code r2} … by the number of releases.
     *
     * @throws Refusal if it is malformed or taken
     */
    static String choose(Optional<String> wanted, List<StoredRelease> present) {
        Set<String> taken = present.stream().map(s -> s.release().name()).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            int number = present.size() + 1;
            while (taken.contains("r" + number)) {
                number++;
            }
            return "r" + number;
        }
        String name = wanted.get();
        if (!FORM.matcher(name).matches() || RESERVED.contains(name)) {
            throw new Refusal(
                    Diagnostic.error(StoreDiagnostic.RELEASE_NAME, "`%s` is no name for a release".formatted(name))
                            .helped(
                                    "use letters, digits, dots, hyphens and underscores, at most 64; not `main`, `latest` or `original`"));
        }
        if (taken.contains(name)) {
            throw new Refusal(
                    Diagnostic.error(StoreDiagnostic.RELEASE_EXISTS, "there is a release `%s` already".formatted(name))
                            .helped("releases are never changed: choose another name"));
        }
        return name;
    }
}

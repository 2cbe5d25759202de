package org.heralddata.descriptor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** The identifiers of the SPDX licence list; the resource states its source and date. */
final class SpdxLicences {
    private static final Set<String> CURRENT = new LinkedHashSet<>();
    private static final Set<String> REPLACED = new LinkedHashSet<>();

    static {
        try (InputStream in = SpdxLicences.class.getResourceAsStream("spdx-licences.txt")) {
            if (in == null) {
                throw new IllegalStateException("no resource spdx-licences.txt");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        if (line.startsWith("!")) {
                            REPLACED.add(line.substring(1));
                        } else {
                            CURRENT.add(line);
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private SpdxLicences() {}

    /** True of a current identifier, exactly as written. */
    static boolean knows(String id) {
        return CURRENT.contains(id);
    }

    /** The licence; null, and told, if it is none. */
    static @Nullable Licence check(Text text, Problems problems) {
        String id = text.value().strip();
        if (CURRENT.contains(id)) {
            return new Licence(id, null);
        }
        if (REPLACED.contains(id)) {
            problems.warning(
                    DescriptorCode.DEPRECATED_LICENCE,
                    text.node(),
                    "SPDX has replaced the identifier `%s`".formatted(id),
                    null,
                    Nearest.help(id + "-only", CURRENT));
            return new Licence(id, null);
        }
        String nearest = Nearest.to(id.replace(' ', '-'), CURRENT)
                .map("did you mean `%s`?"::formatted)
                .orElse("see https://spdx.org/licenses; other terms are given as `{name: …, url: …}`");
        problems.error(
                DescriptorCode.LICENCE, text.node(), "`%s` is no SPDX licence identifier".formatted(id), null, nearest);
        return null;
    }
}

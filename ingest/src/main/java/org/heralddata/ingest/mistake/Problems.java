package org.heralddata.ingest.mistake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong, so that all of it is told at once; the same mistake in many files is told of the first. */
public final class Problems {
    private static final int MOST = 50;

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> messages = new HashSet<>();

    /** A mistake in a file, or in what is expected of it. */
    public void add(IngestCode code, String message, String file, @Nullable String help) {
        if (messages.add(code.id() + message) && found.size() < MOST) {
            found.add(Diagnostic.error(code, message, new Location.InFile(file, null, -1))
                    .helped(help));
        }
    }

    /** What a reader refused. */
    public void add(Refusal refusal) {
        refusal.diagnostics().stream()
                .filter(d -> found.size() < MOST && messages.add(d.toString()))
                .forEach(found::add);
    }

    /** Tells all of this to another, too. */
    public void mergeInto(Problems other) {
        if (!found.isEmpty()) {
            other.add(new Refusal(found));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws Refusal with all there is, if there is anything */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(found);
        }
    }
}

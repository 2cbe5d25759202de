package org.heralddata.formats.ksy.mistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/** What is wrong with a .ksy file and those that it imports, collected while they are compiled. For one thread. */
public final class Problems {
    private static final int MOST = 100;

    private final SequencedSet<Diagnostic> found = new LinkedHashSet<>();

    public void error(KsyCode code, Location at, String message, @Nullable String label, @Nullable String help) {
        add(new Diagnostic(Severity.ERROR, code, message, at, label, help));
    }

    public void warning(KsyCode code, Location at, String message, @Nullable String help) {
        add(new Diagnostic(Severity.WARNING, code, message, at, null, help));
    }

    public void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        }
    }

    /** By file and place. */
    public List<Diagnostic> inOrder() {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Problems::file).thenComparingLong(Problems::position));
        return sorted;
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    public void refuseIfAny() {
        if (hasErrors()) {
            throw new Refusal(inOrder());
        }
    }

    private static String file(Diagnostic diagnostic) {
        return switch (diagnostic.location()) {
            case Location.InText text -> text.file();
            case Location.InFile file -> file.file();
            case Location.Nowhere nowhere -> "";
            case Location.InQuery query -> "";
        };
    }

    private static long position(Diagnostic diagnostic) {
        return diagnostic.location() instanceof Location.InText text ? text.line() * 100_000L + text.column() : 0;
    }
}

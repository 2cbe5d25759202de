package org.heralddata.formats.root.table;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;

/** What is told of a file beside its tables. For one thread. */
public final class Notices {
    private static final int MOST = 500;

    private final String file;
    private final List<Diagnostic> all = new ArrayList<>();

    /** @param file as the user gave it */
    public Notices(String file) {
        this.file = file;
    }

    /** Tells that a part is left out. */
    public void leftOut(String path, String message) {
        add(Diagnostic.warning(RootCode.LEFT_OUT, message, new Location.InFile(file, path, -1)));
    }

    /** Adds any notice; the first 500 are kept. */
    public void add(Diagnostic notice) {
        if (all.size() < MOST) {
            all.add(notice);
        }
    }

    /** The file as the user gave it. */
    public String file() {
        return file;
    }

    public List<Diagnostic> all() {
        return List.copyOf(all);
    }
}

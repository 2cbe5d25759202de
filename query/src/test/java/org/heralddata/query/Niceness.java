package org.heralddata.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux knows of threads: proc_pid_stat(5). */
final class Niceness {
    /** Counted from the state that follows the name in brackets. */
    private static final int FIELD = 16;

    private Niceness() {}

    static int here() {
        return of(Path.of("/proc/thread-self/stat"));
    }

    static int of(Path stat) {
        try {
            String line = Files.readString(stat);
            List<String> fields =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
            return Integer.parseInt(fields.get(FIELD));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package org.heralddata.store.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Ways to run PostgreSQL, which refuses to run as root. */
final class Privileges {
    private static final int NOBODY = 65534;

    private Privileges() {}

    /**
     * The command to put before one of PostgreSQL's, empty for an ordinary user. Root is hidden from PostgreSQL in a user
     * namespace; where that is forbidden, the data belong to another user.
     *
     * @param data PostgreSQL's data; its owner is kept to if it exists
     */
    static List<String> prefix(Path data) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        int owner = Files.exists(data) ? (int) Files.getAttribute(data, "unix:uid", LinkOption.NOFOLLOW_LINKS) : 0;
        if (owner == 0 && Commands.succeeds(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        String user = Integer.toString(owner == 0 ? NOBODY : owner);
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    /** Gives a file or an empty folder to whom the prefix runs commands as. */
    static void own(Path path, List<String> prefix) throws IOException {
        if (prefix.size() > 1 && prefix.get(1).startsWith("--reuid=")) {
            int user = Integer.parseInt(prefix.get(1).substring("--reuid=".length()));
            Files.setAttribute(path, "unix:uid", user);
            Files.setAttribute(path, "unix:gid", user);
        }
    }
}

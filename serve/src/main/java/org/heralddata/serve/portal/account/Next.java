package org.heralddata.serve.portal.account;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of this server and nowhere else. */
final class Next {
    private static final String HOME = "/account";

    private Next() {}

    /** The path itself, else the account's page. */
    static String of(@Nullable String path) {
        if (path == null) {
            return HOME;
        }
        boolean ours = path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c) || Character.isWhitespace(c));
        return ours ? path : HOME;
    }
}

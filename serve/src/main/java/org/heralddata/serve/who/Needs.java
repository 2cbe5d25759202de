package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import org.heralddata.accounts.Scope;

/** What a token has to be good for, by what is asked. */
final class Needs {

    private Needs() {}

    /** To look and to query needs {@link Scope#READ}, to change something {@link Scope#REQUESTS}. */
    static Scope of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals("/admin") || path.startsWith("/admin/") || path.startsWith("/api/v1/admin")) {
            return Scope.ADMIN;
        }
        return OwnPages.isSafe(request) || isQuestion(path) ? Scope.READ : Scope.REQUESTS;
    }

    /** Asked by POST only because the question may be long. */
    private static boolean isQuestion(String path) {
        return path.equals("/tap/sync")
                || path.startsWith("/scs/")
                || path.startsWith("/datalink")
                || path.startsWith("/soda")
                || path.startsWith("/oai")
                || path.equals("/api/v1/adql")
                || path.equals("/api/v1/requests/estimate")
                || path.startsWith("/api/v1/collections/")
                || path.startsWith("/api/v1/events");
    }
}

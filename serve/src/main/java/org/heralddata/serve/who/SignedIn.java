package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;

/** Begins and ends the session of a browser. */
public final class SignedIn {
    private final AccountDesk desk;
    private final SessionCookie cookie;
    private final List<String> providers;

    SignedIn(AccountDesk desk, SessionCookie cookie, List<String> providers) {
        this.desk = desk;
        this.cookie = cookie;
        this.providers = List.copyOf(providers);
    }

    /** Names of the identity providers that people may come by. */
    public List<String> providers() {
        return providers;
    }

    /** With a new secret: one that the browser came with is worth nothing from now on. */
    public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        Caller.of(request)
                .identified()
                .ifPresent(old -> desk.sessions().end(old.account().id(), old.session()));
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String secret = desk.sessions().begin(account.id(), agent, request.getRemoteAddr());
        cookie.give(request, response, secret, desk.settings().longest());
    }

    /** Takes the cookie away. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.take(request, response);
    }
}

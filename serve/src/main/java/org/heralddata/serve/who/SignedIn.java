package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.HalfSignIns;

/** Begins and ends the session of a browser. */
public final class SignedIn {
    /** Where the code of a second factor is asked for. */
    public static final String STEP = "/account/second-step";

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

    /**
     * Signs in somebody who has shown a password, a link, or comes from a provider: at once, unless their account has a second
     * factor, of which the code is asked for first.
     *
     * @param strong whether the provider says that they showed a second factor there
     * @param next   path of this server where they wanted to go
     * @return where to go
     */
    public String enter(
            Account account, boolean strong, String next, HttpServletRequest request, HttpServletResponse response) {
        if (strong || desk.secondFactors().of(account.id()).isEmpty()) {
            begin(account, strong, request, response);
            return next;
        }
        cookie.giveHalf(request, response, desk.halfSignIns().begin(account), HalfSignIns.LIFE);
        return STEP + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Whether the browser owes a code, and still may show it. */
    public boolean owesCode(HttpServletRequest request) {
        return cookie.half(request).flatMap(desk.halfSignIns()::find).isPresent();
    }

    /**
     * Ends a sign-in by the code that it lacks.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if the code is wrong, or the time is over
     */
    public void finish(String code, HttpServletRequest request, HttpServletResponse response) {
        Account account = desk.halfSignIns().finish(cookie.half(request).orElse(""), code);
        cookie.giveHalf(request, response, "", Duration.ZERO);
        begin(account, true, request, response);
    }

    /**
     * Begins a session with a new secret: one that the browser came with is worth nothing from now on.
     *
     * @param strong whether a second factor was shown
     */
    public void begin(Account account, boolean strong, HttpServletRequest request, HttpServletResponse response) {
        Caller.of(request)
                .identified()
                .ifPresent(old -> desk.sessions().end(old.account().id(), old.session()));
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String secret = desk.sessions().begin(account.id(), agent, request.getRemoteAddr(), strong);
        cookie.give(request, response, secret, desk.settings().longest());
    }

    /** Takes the cookie away. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.take(request, response);
    }
}

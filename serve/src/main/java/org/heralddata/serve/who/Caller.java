package org.heralddata.serve.who;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Identified;
import org.heralddata.model.access.Viewer;
import org.jspecify.annotations.Nullable;

/** Who made one request; found out when first asked for. For the thread of the request. */
public final class Caller {
    private static final String CALLER = Caller.class.getName();
    private static final Caller NOBODY = new Caller(null, Optional::empty);

    private final @Nullable String session;
    private @Nullable Supplier<Optional<Identified>> question;
    private Optional<Identified> answer = Optional.empty();

    private Caller(@Nullable String session, Supplier<Optional<Identified>> question) {
        this.session = session;
        this.question = question;
    }

    /** Of a request; somebody who has shown nothing, if there is no gate. */
    public static Caller of(ServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? caller : NOBODY;
    }

    /** That the request came with the secret of a session, which is looked up when it matters. */
    static void session(ServletRequest request, String secret, Supplier<Optional<Identified>> question) {
        request.setAttribute(CALLER, new Caller(secret, question));
    }

    /** That the request came with a token that is good. */
    static void token(ServletRequest request, Identified identified) {
        request.setAttribute(CALLER, new Caller(null, () -> Optional.of(identified)));
    }

    /** Empty for somebody who has not shown who they are, or whose session has ended. */
    public Optional<Identified> identified() {
        Supplier<Optional<Identified>> asked = question;
        if (asked != null && this != NOBODY) {
            answer = asked.get();
            question = null;
        }
        return answer;
    }

    public Optional<Account> account() {
        return identified().map(Identified::account);
    }

    /** {@link Viewer#ANYONE} for somebody who has not shown who they are. */
    public Viewer viewer() {
        return identified().map(Identified::viewer).orElse(Viewer.ANYONE);
    }

    /** What the browser showed, good or not; empty if nothing. */
    Optional<String> sessionSecret() {
        return Optional.ofNullable(session);
    }
}

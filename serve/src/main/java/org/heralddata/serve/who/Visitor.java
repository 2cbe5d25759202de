package org.heralddata.serve.who;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Identified;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom a page is made for, as its head shows it.
 *
 * @param accounts whether the node has accounts
 * @param account  null for somebody who is not signed in
 * @param weak     whether they are an operator who is signed in without a second factor
 */
public record Visitor(boolean accounts, @Nullable Account account, boolean weak) {
    static final String ACCOUNTS = Visitor.class.getName();
    private static final Visitor NOBODY = new Visitor(false, null, false);

    /** Of the request that this thread answers. */
    public static Visitor now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return NOBODY;
        }
        ServletRequest request = attributes.getRequest();
        Optional<Identified> who = Caller.of(request).identified();
        return new Visitor(
                request.getServletContext().getAttribute(ACCOUNTS) != null,
                who.map(Identified::account).orElse(null),
                who.filter(w -> w.account().operator() && w.token() == null && !w.strong())
                        .isPresent());
    }
}

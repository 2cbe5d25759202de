package org.heralddata.serve.who;

import jakarta.servlet.ServletRequest;
import org.heralddata.accounts.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom a page is made for, as its head shows it.
 *
 * @param accounts whether the node has accounts
 * @param account  null for somebody who is not signed in
 */
public record Visitor(boolean accounts, @Nullable Account account) {
    static final String ACCOUNTS = Visitor.class.getName();
    private static final Visitor NOBODY = new Visitor(false, null);

    /** Of the request that this thread answers. */
    public static Visitor now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return NOBODY;
        }
        ServletRequest request = attributes.getRequest();
        return new Visitor(
                request.getServletContext().getAttribute(ACCOUNTS) != null,
                Caller.of(request).account().orElse(null));
    }
}

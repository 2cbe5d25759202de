package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.accounts.AccountCode;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What stands before the pages of accounts, and before no other address: Spring Security's firewall, its check of every form's
 * token, sign-in by identity providers, and {@link Doors}.
 */
final class PageChain {

    private PageChain() {}

    static FilterChainProxy of(SessionCookie cookie, List<Filter> providers) {
        var forms = new CsrfFilter(new FormTokens(cookie));
        forms.setAccessDeniedHandler(
                (request, response, denied) -> RefusedPage.show(request, response, AccountCode.FOREIGN_PAGE));
        var filters = new ArrayList<Filter>();
        filters.add(forms);
        filters.addAll(providers);
        filters.add(new Doors());
        return new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters));
    }
}

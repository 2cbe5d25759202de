package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import java.util.List;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.serve.ServedPart;
import org.heralddata.serve.node.Node;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * Accounts as a part of a server: the gate, and the pages.
 *
 * @param entrances beside passwords
 */
public record AccountsPart(AccountDesk desk, Entrances entrances) implements ServedPart {
    private static final int GATE = Ordered.LOWEST_PRECEDENCE - 1000;

    @Override
    public void addTo(GenericApplicationContext beans) {
        beans.registerBean(AccountDesk.class, () -> desk);
        beans.registerBean(SessionCookie.class, () -> new SessionCookie(beans.getBean(Node.class)));
        beans.registerBean(
                SignedIn.class, () -> new SignedIn(desk, beans.getBean(SessionCookie.class), entrances.names()));
        beans.registerBean("gate", FilterRegistrationBean.class, () -> {
            var gate = new FilterRegistrationBean<>(new Gate(desk, beans.getBean(Node.class)));
            gate.setOrder(GATE);
            return gate;
        });
        beans.registerBean("termsGate", FilterRegistrationBean.class, () -> {
            var terms = new FilterRegistrationBean<>(new TermsGate(desk.registration()::owesTerms));
            terms.setOrder(GATE + 1);
            return terms;
        });
        beans.registerBean("accountPages", FilterRegistrationBean.class, () -> {
            var cookies = beans.getBean(SessionCookie.class);
            List<Filter> others =
                    entrances.filters(desk, beans.getBean(SignedIn.class), cookies, beans.getBean(Node.class));
            var pages = new FilterRegistrationBean<>(PageChain.of(cookies, others));
            pages.addUrlPatterns("/account/*", "/admin/*");
            pages.setOrder(GATE + 2);
            return pages;
        });
        beans.registerBean(Sweeper.class, () -> new Sweeper(desk));
        beans.registerBean(
                "accountsShown",
                ServletContextInitializer.class,
                () -> context -> context.setAttribute(Visitor.ACCOUNTS, true));
    }
}

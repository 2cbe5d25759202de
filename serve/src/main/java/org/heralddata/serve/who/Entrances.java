package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import java.util.List;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.serve.node.Node;

/** Other ways in than a password. */
public interface Entrances {

    /** None. */
    Entrances NONE = new Entrances() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public List<Filter> filters(AccountDesk desk, SignedIn signedIn, SessionCookie cookies, Node node) {
            return List.of();
        }
    };

    /** As they stand on the page, below {@code /account/oidc/}. */
    List<String> names();

    /** What answers their addresses. */
    List<Filter> filters(AccountDesk desk, SignedIn signedIn, SessionCookie cookies, Node node);
}

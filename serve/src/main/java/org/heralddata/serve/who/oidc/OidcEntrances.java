package org.heralddata.serve.who.oidc;

import jakarta.servlet.Filter;
import java.util.List;
import org.heralddata.accounts.Provider;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.who.Entrances;
import org.heralddata.serve.who.SessionCookie;
import org.heralddata.serve.who.SignedIn;

/** By identity providers. */
public record OidcEntrances(List<Provider> providers) implements Entrances {

    public OidcEntrances {
        providers = List.copyOf(providers);
    }

    @Override
    public List<String> names() {
        return providers.stream().map(Provider::name).toList();
    }

    @Override
    public List<Filter> filters(AccountDesk desk, SignedIn signedIn, SessionCookie cookies, Node node) {
        return providers.isEmpty() ? List.of() : OidcFilters.of(desk, signedIn, cookies, providers, node);
    }
}

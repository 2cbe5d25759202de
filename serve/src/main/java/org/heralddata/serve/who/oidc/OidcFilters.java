package org.heralddata.serve.who.oidc;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Provider;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.Identities;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.who.SessionCookie;
import org.heralddata.serve.who.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What begins a sign-in at {@code /account/oidc/NAME}, and what ends it at the address that the provider sends back to. */
final class OidcFilters {
    private static final System.Logger LOG = System.getLogger(OidcFilters.class.getName());
    private static final String BEGIN = "/account/oidc";
    private static final String FAILED = "/account/sign-in?problem=";

    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Registrations registrations;
    private final Pending pending;

    private OidcFilters(
            AccountDesk desk, SignedIn signedIn, SessionCookie cookies, List<Provider> providers, Node node) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.registrations = new Registrations(providers, node);
        this.pending = new Pending(cookies);
    }

    /** In their order. */
    static List<Filter> of(
            AccountDesk desk, SignedIn signedIn, SessionCookie cookies, List<Provider> providers, Node node) {
        var filters = new OidcFilters(desk, signedIn, cookies, providers, node);
        return List.of(filters.begin(), filters.end());
    }

    private Filter begin() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var filter = new OAuth2AuthorizationRequestRedirectFilter(resolver);
        filter.setAuthorizationRequestRepository(pending);
        filter.setAuthenticationFailureHandler((_, response, failure) -> failed(response, failure));
        return filter;
    }

    private Filter end() {
        var filter = new OAuth2LoginAuthenticationFilter(registrations, new NoTokens(), Registrations.CALLBACK + "*");
        filter.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())));
        filter.setAuthorizationRequestRepository(pending);
        filter.setAuthenticationSuccessHandler(this::succeeded);
        filter.setAuthenticationFailureHandler((_, response, failure) -> failed(response, failure));
        return filter;
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var token = (OAuth2AuthenticationToken) who;
        try {
            Account account = desk.identities()
                    .signIn(told(token.getAuthorizedClientRegistrationId(), (OidcUser) token.getPrincipal()));
            response.sendRedirect(
                    signedIn.enter(account, isStrong((OidcUser) token.getPrincipal()), "/account", request, response));
        } catch (Refusal refusal) {
            response.sendRedirect(
                    FAILED + refusal.diagnostics().getFirst().code().id());
        }
    }

    /** Whether the provider says that several factors were shown (RFC 8176, section 2). */
    private static boolean isStrong(OidcUser user) {
        return user.getClaim("amr") instanceof Collection<?> methods && methods.contains("mfa");
    }

    private Identities.Told told(String name, OidcUser user) {
        @Nullable Provider provider = registrations.provider(name);
        @Nullable Object groups = provider == null ? null : user.getClaim(provider.groupsClaim());
        List<String> values = switch (groups) {
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
        @Nullable String called = user.getFullName();
        return new Identities.Told(
                name,
                Objects.requireNonNull(user.getSubject()),
                user.getEmail(),
                Boolean.TRUE.equals(user.getEmailVerified()),
                called == null ? "" : called,
                values);
    }

    private static void failed(HttpServletResponse response, Exception failure) throws IOException {
        LOG.log(System.Logger.Level.WARNING, "a sign-in by an identity provider failed: {0}", failure.getMessage());
        response.sendRedirect(FAILED + AccountCode.PROVIDER_AWAY.id());
    }
}

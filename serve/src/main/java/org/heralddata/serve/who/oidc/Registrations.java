package org.heralddata.serve.who.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heralddata.accounts.Provider;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The providers of the settings. Each is asked for its configuration when somebody first comes by it, and again if that failed. */
final class Registrations implements ClientRegistrationRepository {
    static final String CALLBACK = "/account/oidc/callback/";

    private final Map<String, Provider> providers;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();
    private final String base;

    Registrations(List<Provider> providers, Node node) {
        this.providers = providers.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));
        this.base = node.url() == null ? "{baseUrl}" : node.url();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        Provider provider = providers.get(name);
        return provider == null ? null : known.computeIfAbsent(name, _ -> discover(provider));
    }

    /** Null if there is none of the name. */
    @Nullable
    Provider provider(String name) {
        return providers.get(name);
    }

    private ClientRegistration discover(Provider provider) {
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(provider.name())
                .clientId(provider.clientId())
                .clientSecret(secret(provider))
                .redirectUri(base + CALLBACK + "{registrationId}")
                .scope("openid", "email", "profile")
                .build();
    }

    private static String secret(Provider provider) {
        try (var lines = Files.lines(provider.secretFile())) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

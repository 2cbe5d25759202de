package org.heralddata.accounts;

import java.nio.file.Path;

/**
 * An identity provider that people may sign in by (OpenID Connect Core 1.0, code flow with PKCE).
 *
 * @param name        lower-case letters, digits and hyphens, as it stands in addresses and on the page
 * @param issuer      its address, below which its configuration is found
 * @param clientId    by which it knows this node
 * @param secretFile  holds the client's secret in its first line
 * @param groupsClaim of the ID token, whose values rules of groups are about
 */
public record Provider(String name, String issuer, String clientId, Path secretFile, String groupsClaim) {}

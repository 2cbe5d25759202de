/**
 * Sign-in by identity providers: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636), by Spring Security.
 *
 * <p>Sees accounts. No token of a provider is kept.
 */
@NullMarked
package org.heralddata.serve.who.oidc;

import org.jspecify.annotations.NullMarked;

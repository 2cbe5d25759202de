/** The level-1 requirements of OWASP's verification standard (docs/security.md), as far as no other test shows them. */
@org.jspecify.annotations.NullMarked
package org.heralddata.app.security;

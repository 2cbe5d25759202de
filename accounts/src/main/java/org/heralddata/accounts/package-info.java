/**
 * People and programs that a node knows: accounts, hierarchical groups, API tokens, sessions, one-time links.
 *
 * <p>Sees model, and of store the database. Knows nothing of HTTP. Passwords by NIST SP 800-63B-4 and OWASP's cheat sheets.
 */
@NullMarked
package org.heralddata.accounts;

import org.jspecify.annotations.NullMarked;

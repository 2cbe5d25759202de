/** Passwords: which are taken (NIST SP 800-63B-4, section 3.1.1.2), and their hashes by Argon2id (RFC 9106). */
@NullMarked
package org.heralddata.accounts.password;

import org.jspecify.annotations.NullMarked;

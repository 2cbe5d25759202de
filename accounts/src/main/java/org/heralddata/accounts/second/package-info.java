/**
 * What a second factor is made of: time-based codes (RFC 6238), recovery codes, and how both are kept. No database, no accounts.
 */
@NullMarked
package org.heralddata.accounts.second;

import org.jspecify.annotations.NullMarked;

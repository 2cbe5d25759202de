/**
 * The pages of accounts: signing in, one's own data, and what operators do. Each form is answered by its page again, with what
 * is wrong beside the field, or by a redirect to where the change is seen.
 *
 * <p>Sees accounts, and who asks.
 */
@NullMarked
package org.heralddata.serve.portal.account;

import org.jspecify.annotations.NullMarked;

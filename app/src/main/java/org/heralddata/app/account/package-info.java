/**
 * Accounts of a home: wired for a server, and the commands {@code user}, {@code group} and {@code token}, which work on the
 * database whether or not a server runs.
 *
 * <p>Sees accounts, jobs, app.mail and app.settings.
 */
@NullMarked
package org.heralddata.app.account;

import org.jspecify.annotations.NullMarked;

/**
 * Who asks: the viewer of a request, whichever way they showed who they are: a session's cookie, or a bearer token (RFC 6750).
 *
 * <p>Sees accounts. Somebody who shows nothing costs nothing: no session, no cookie, no question to the database.
 */
@NullMarked
package org.heralddata.serve.who;

import org.jspecify.annotations.NullMarked;

/** Letters by SMTP (RFC 5321): plain text in UTF-8, from the outbox, so that none is lost and nobody waits for a mail server. */
@NullMarked
package org.heralddata.app.mail;

import org.jspecify.annotations.NullMarked;

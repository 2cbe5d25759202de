package org.heralddata.accounts;

/**
 * An e-mail in plain text.
 *
 * @param to      one address
 * @param subject one line
 * @param text    lines
 */
public record Letter(String to, String subject, String text) {}

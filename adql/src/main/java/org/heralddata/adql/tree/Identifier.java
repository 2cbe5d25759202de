package org.heralddata.adql.tree;

/**
 * A name as written.
 *
 * @param text      without quotes
 * @param delimited true if it stood in double quotes, so that upper and lower case differ
 */
public record Identifier(String text, boolean delimited, Span span) {

    /** True if this names what is called so: exactly if delimited, else whatever the case (ADQL 2.1, section 2.1.5). */
    public boolean names(String name) {
        return delimited ? text.equals(name) : text.equalsIgnoreCase(name);
    }
}

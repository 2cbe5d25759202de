package org.heralddata.spi;

import java.util.regex.Pattern;

/**
 * The name of a format in commands, descriptors and addresses, such as {@code fits}.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record FormatName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*");

    public FormatName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no format name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

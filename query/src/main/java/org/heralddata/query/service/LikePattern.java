package org.heralddata.query.service;

import java.util.regex.Pattern;

/** Compares a text with a pattern of {@code like}: {@code %} any characters, {@code _} one, a backslash before an ordinary one. */
final class LikePattern {

    private LikePattern() {}

    static boolean matches(String text, String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                if (c == '\\' && i + 1 < pattern.length()) {
                    c = pattern.charAt(++i);
                }
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}

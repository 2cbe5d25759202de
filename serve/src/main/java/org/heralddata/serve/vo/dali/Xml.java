package org.heralddata.serve.vo.dali;

/** Text in XML. */
public final class Xml {

    private Xml() {}

    /** The text for elements and for attributes in double quotes; what XML 1.0 cannot hold becomes U+FFFD. */
    public static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t', '\r' -> out.append("&#").append(c).append(';');
                default ->
                    out.appendCodePoint(
                            c < ' ' || (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff ? 0xfffd : c);
            }
        });
        return out.toString();
    }
}

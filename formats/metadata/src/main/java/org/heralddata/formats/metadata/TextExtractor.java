package org.heralddata.formats.metadata;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.heralddata.model.descriptor.BoundedText;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.Extracted;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.MetadataExtractor;
import org.jspecify.annotations.Nullable;

/**
 * {@code from: text}: what a regular expression finds in the first {@value FileHead#LENGTH} bytes of the file itself,
 * decompressed if it is gzip, taken as Latin-1. The value is the expression's one group.
 */
public final class TextExtractor implements MetadataExtractor {
    private static final String REGEX = "regex";

    @Override
    public String name() {
        return "text";
    }

    @Override
    public Set<String> options() {
        return Set.of(REGEX);
    }

    @Override
    public List<Mistake> mistakes(Map<String, String> options) {
        String regex = options.get(REGEX);
        if (regex == null) {
            return List.of(new Mistake(REGEX, "a field from text needs `regex`", "such as `RUNNR +(\\d+)`"));
        }
        try {
            int groups = Pattern.compile(regex).matcher("").groupCount();
            return groups == 1
                    ? List.of()
                    : List.of(new Mistake(
                            REGEX,
                            "`%s` has %s".formatted(regex, groups == 0 ? "no group" : groups + " groups"),
                            groups == 0
                                    ? "put parentheses around the part to take"
                                    : "put parentheses around the one part to take; `(?:` begins others"));
        } catch (PatternSyntaxException wrong) {
            return List.of(new Mistake(
                    REGEX, "`%s` is not a regular expression: %s".formatted(regex, wrong.getDescription()), null));
        }
    }

    @Override
    public Optional<Extracted> extract(ExaminedFile file, Map<String, String> options) throws IOException {
        Pattern pattern = Pattern.compile(options.getOrDefault(REGEX, "()"), Pattern.MULTILINE);
        Matcher matcher =
                pattern.matcher(new BoundedText(FileHead.of(file.path()).latin1()));
        return Optional.ofNullable(found(matcher)).map(Extracted::of);
    }

    private static @Nullable String found(Matcher matcher) {
        try {
            return matcher.find() ? matcher.group(1) : null;
        } catch (BoundedText.TooLongException tooLong) {
            return null;
        }
    }
}

package org.heralddata.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.jspecify.annotations.Nullable;

/** Tells tables from other text, with caution: prose, source code, YAML, XML and JSON are none. */
final class TextRecognition {
    private static final int LENGTH = FileHead.LENGTH;
    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "tab", "dat", "data", "txt", "asc", "ascii");

    private static final Pattern ENTRY = Pattern.compile("\\s*-?\\s*[A-Za-z][\\w.\\- ]*\\s*[:=](\\s|$)");

    private TextRecognition() {}

    /** How sure it is that the file is a table cut at one of the delimiters, rather than at any other. */
    static Recognition judge(FileHead file, Set<Byte> delimiters) {
        try {
            TextHead head = head(file);
            if (head == null || head.bytes().length == 0 || head.isBinary() || isForeign(head)) {
                return Recognition.NO;
            }
            Layout layout = LayoutGuess.of("", head, TextOptions.of(ReadOptions.NONE), TextReader.ALL);
            if (!delimiters.contains(layout.delimiter())) {
                return Recognition.NO;
            }
            return judge(layout, ending(file.name()));
        } catch (Refusal | IOException no) {
            return Recognition.NO;
        }
    }

    private static Recognition judge(Layout layout, String ending) {
        if (layout.typed()) {
            return Recognition.BY_CONTENT;
        }
        boolean regular = layout.consistency() == 1 && layout.columns().size() > 1;
        boolean blanks = layout.delimiter() == RecordScanner.BLANKS;
        if (regular && layout.numeric() >= 0.5 && layout.sampled() >= 2) {
            return Recognition.BY_CONTENT;
        }
        if (regular && !blanks && layout.delimiter() != '|' && layout.numeric() > 0.1 && layout.sampled() >= 3) {
            return Recognition.BY_CONTENT;
        }
        boolean told = ENDINGS.contains(ending);
        boolean delimited = ending.equals("csv") || ending.equals("tsv") || ending.equals("tab");
        if ((delimited && layout.consistency() > 0.9)
                || (told && regular && layout.numeric() > 0.2 && (!blanks || layout.sampled() > 1))) {
            return Recognition.BY_NAME;
        }
        return Recognition.NO;
    }

    private static @Nullable TextHead head(FileHead file) throws IOException {
        if (file.startsWith("PK\u0003\u0004")) {
            try (InputStream in = TextSource.of(file.path()).openText()) {
                return TextHead.of(in.readNBytes(LENGTH));
            }
        }
        byte[] bytes = file.bytes();
        return TextHead.of(bytes, bytes.length == LENGTH);
    }

    private static boolean isForeign(TextHead head) {
        String first = head.lines().stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return isEntries(head)
                || first.startsWith("<")
                || first.startsWith("{")
                || first.startsWith("[")
                || first.startsWith("---")
                || first.startsWith("#!")
                || first.startsWith("%PDF")
                || first.startsWith("%!PS")
                || first.startsWith("%YAML")
                || first.startsWith("# %ECSV")
                || first.startsWith("LONGITUDINAL DISTRIBUTION IN")
                || first.startsWith("SIMPLE  =");
    }

    /** True if most lines are {@code key: value} or {@code key = value}, as in YAML and settings. */
    private static boolean isEntries(TextHead head) {
        long all = head.lines().stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .count();
        long entries =
                head.lines().stream().filter(l -> ENTRY.matcher(l).lookingAt()).count();
        return all > 0 && entries * 2 > all;
    }

    private static String ending(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }
}

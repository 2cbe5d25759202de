package org.heralddata.formats.corsika;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of a steering card: a keyword, its values, and text that CORSIKA does not read. Source: User's Guide, chapter 4
 * "Steering of the simulation".
 *
 * <p>How many values a keyword takes is known to CORSIKA alone; here they are the numbers and logical values that follow, or the
 * one word that follows where it is neither.
 */
record SteeringCard(int line, String keyword, List<String> values, String comment) {
    private static final Pattern KEYWORD = Pattern.compile("[A-Z][A-Z0-9]{2,9}");
    private static final Pattern VALUE =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([EeDd][+-]?\\d+)?|[TF]|\\.(TRUE|FALSE)\\.");

    /** Keywords of which every card has some. */
    private static final Set<String> USUAL = Set.of(
            "RUNNR",
            "EVTNR",
            "NSHOW",
            "PRMPAR",
            "ESLOPE",
            "ERANGE",
            "THETAP",
            "PHIP",
            "SEED",
            "OBSLEV",
            "FIXCHI",
            "MAGNET",
            "HADFLG",
            "ECUTS",
            "MUADDI",
            "MUMULT",
            "ELMFLG",
            "STEPFC",
            "RADNKG",
            "LONGI",
            "ECTMAP",
            "MAXPRT",
            "DIRECT",
            "USER",
            "DEBUG",
            "EXIT",
            "ATMOD",
            "ARRANG",
            "CWAVLG",
            "CERSIZ",
            "CERFIL",
            "TELESCOPE",
            "TELFIL",
            "THIN");

    private static final int ENOUGH = 3;

    /** Empty if the line is blank or a remark ({@code *} first). */
    static Optional<SteeringCard> of(int number, String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("*")) {
            return Optional.empty();
        }
        String[] words = text.split("\\s+");
        List<String> values = new ArrayList<>();
        int at = 1;
        while (at < words.length && (at == 1 || isValue(words[1])) && (at == 1 || isValue(words[at]))) {
            values.add(words[at++]);
        }
        String rest = at < words.length ? String.join(" ", List.of(words).subList(at, words.length)) : "";
        return Optional.of(new SteeringCard(number, words[0], List.copyOf(values), rest));
    }

    boolean isKeyword() {
        return KEYWORD.matcher(keyword).matches();
    }

    /** True if a text's lines all begin with keywords, several of them those of every card. */
    static boolean isCard(List<String> lines) {
        Set<String> usual = new HashSet<>();
        for (String line : lines) {
            Optional<SteeringCard> card = of(0, line);
            if (card.isPresent()) {
                if (!card.get().isKeyword()) {
                    return false;
                }
                if (USUAL.contains(card.get().keyword())) {
                    usual.add(card.get().keyword());
                }
            }
        }
        return usual.size() >= ENOUGH;
    }

    private static boolean isValue(String word) {
        return VALUE.matcher(word).matches();
    }
}

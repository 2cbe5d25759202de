package org.heralddata.serve.vo.oai;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.heralddata.serve.vo.oai.OaiError.Code;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on in a list. It holds all that is needed, so that the server keeps nothing, another process or a restarted one
 * can go on, and what changes meanwhile is found at the list's end. It cannot ask for more than plain arguments could, hence
 * needs no signature.
 *
 * @param arguments  {@code metadataPrefix}, {@code set}, {@code from}, {@code until}; null where not given
 * @param stamp      datestamp of the last item given
 * @param identifier its identifier
 * @param given      items given so far
 * @param expires    until when it is taken
 */
record ResumptionToken(
        String verb, List<@Nullable String> arguments, Instant stamp, String identifier, int given, Instant expires) {
    static final Duration LIFE = Duration.ofHours(24);

    private static final int ARGUMENTS = 4;
    private static final int FIELDS = ARGUMENTS + 5;
    private static final String SEPARATOR = "\n";

    String write() {
        var fields = new String[FIELDS];
        fields[0] = verb;
        for (int i = 0; i < ARGUMENTS; i++) {
            String value = arguments.get(i);
            fields[1 + i] = value == null ? "" : value;
        }
        fields[5] = stamp.toString();
        fields[6] = identifier;
        fields[7] = Integer.toString(given);
        fields[8] = expires.toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, fields).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one.
     *
     * @throws OaiError if it is not of ours, of another verb, or too old
     */
    static ResumptionToken read(String text, String verb, Instant now) {
        ResumptionToken token;
        try {
            String[] fields =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (fields.length != FIELDS) {
                throw bad("the token is malformed");
            }
            List<@Nullable String> arguments = Arrays.asList(new @Nullable String[ARGUMENTS]);
            for (int i = 0; i < ARGUMENTS; i++) {
                arguments.set(i, fields[1 + i].isEmpty() ? null : fields[1 + i]);
            }
            token = new ResumptionToken(
                    fields[0],
                    arguments,
                    Instant.parse(fields[5]),
                    fields[6],
                    Integer.parseInt(fields[7]),
                    Instant.parse(fields[8]));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw bad("the token is malformed");
        }
        if (!token.verb.equals(verb) || token.given < 1) {
            throw bad("the token is of another request");
        }
        if (!now.isBefore(token.expires)) {
            throw bad("the token expired at " + token.expires);
        }
        return token;
    }

    private static OaiError bad(String why) {
        return new OaiError(Code.badResumptionToken, why);
    }
}

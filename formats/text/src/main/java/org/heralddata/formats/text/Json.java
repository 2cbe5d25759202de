package org.heralddata.formats.text;

import java.io.IOException;
import java.io.InputStream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Parsers of JSON (RFC 8259) that also take the bare {@code NaN} and {@code Infinity} that Python writes. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    /** @param offset bytes of the text to pass over first */
    static JsonParser open(TextSource source, long offset) throws IOException {
        InputStream in = source.openText();
        try {
            in.skipNBytes(offset);
            return FACTORY.createParser(ObjectReadContext.empty(), in);
        } catch (JacksonException damaged) {
            in.close();
            throw refusal(source, damaged);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    static JsonParser of(byte[] bytes) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes);
    }

    /** What to tell of an exception of the parser. */
    static RuntimeException refusal(TextSource source, JacksonException cause) throws IOException {
        if (cause instanceof JacksonIOException && cause.getCause() instanceof IOException io) {
            throw io;
        }
        var place = cause.getLocation();
        String where = place == null ? "" : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        String words =
                String.valueOf(cause.getOriginalMessage()).lines().findFirst().orElse("");
        long offset = place == null ? -1 : place.getByteOffset();
        return new Refusal(
                Diagnostic.error(
                                TextCode.BROKEN_JSON,
                                "the JSON is damaged or cut off" + (where.isEmpty() ? "" : " at " + where),
                                new Location.InFile(source.name(), null, offset))
                        .helped("what the parser found: " + words),
                cause);
    }

    static Refusal noTable(TextSource source, String message, String help) {
        return new Refusal(
                Diagnostic.error(TextCode.JSON_NO_TABLE, message, new Location.InFile(source.name(), null, -1))
                        .helped(help));
    }
}

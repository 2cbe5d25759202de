package org.heralddata.serve.vo.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.spi.Serializations;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/** The formats of answers, by short name or by media type with its parameters (DALI 1.1, section 3.4.3). Immutable. */
final class TapFormats {
    private static final String VOTABLE = "application/x-votable+xml";

    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, TapFormat> byName = new LinkedHashMap<>();

    /**
     * A format as the capabilities name it (TAPRegExt 1.0, section 2.3).
     *
     * @param aliases short names
     * @param ivoId   of what TAPRegExt has a name for; else null
     */
    record Offer(
            TapFormat format,
            List<String> aliases,
            @Nullable String ivoId) {}

    TapFormats(Formats formats) {
        formats.writer("votable").ifPresent(this::votable);
        for (TableWriter writer : formats.writers()) {
            String name = writer.format().value();
            if (!name.equals("votable")) {
                String form = writer instanceof Serializations known
                        ? known.serializations().getLast()
                        : "";
                List<String> aliases = name.equals(writer.extension()) || name.equals("root") || name.equals("rntuple")
                        ? List.of(name)
                        : List.of(name, writer.extension());
                offer(new TapFormat(writer, declared(writer.mediaType()), form), null, aliases, writer.mediaType());
            }
        }
    }

    /** Text is told in which letters it is written. */
    private static String declared(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
    }

    private void votable(TableWriter writer) {
        String std = "ivo://ivoa.net/std/TAPRegExt#output-votable-";
        offer(new TapFormat(writer, VOTABLE, "binary2"), null, List.of("votable", "vot"), VOTABLE);
        offer(
                new TapFormat(writer, "text/xml", "tabledata"),
                null,
                List.of(),
                "text/xml",
                "text/xml;content=x-votable");
        serialization(writer, "tabledata", List.of("votable/td"), std + "td");
        serialization(writer, "binary", List.of("votable/b1"), std + "binary");
        serialization(writer, "binary2", List.of("votable/b2"), std + "binary2");
    }

    private void serialization(TableWriter writer, String name, List<String> aliases, String ivoId) {
        String type = VOTABLE + ";serialization=" + name;
        offer(new TapFormat(writer, type, name), ivoId, aliases, type, "text/xml;serialization=" + name);
    }

    private void offer(TapFormat format, @Nullable String ivoId, List<String> aliases, String... mediaTypes) {
        offers.add(new Offer(format, aliases, ivoId));
        for (String alias : aliases) {
            byName.putIfAbsent(key(alias), format);
        }
        for (String type : mediaTypes) {
            byName.putIfAbsent(key(type), format);
        }
    }

    List<Offer> offers() {
        return offers;
    }

    /** What is asked for; VOTable if nothing is. */
    TapFormat find(Optional<String> wanted) {
        String key = key(wanted.orElse(VOTABLE));
        TapFormat format = byName.get(key);
        if (format == null) {
            // without parameters that say nothing to us, such as charset or version
            format = byName.get(key.replaceAll(";(?!serialization=)[^;]*", ""));
        }
        if (format == null) {
            throw unknown(wanted.orElse(""));
        }
        return format;
    }

    private Refusal unknown(String wanted) {
        List<String> names = offers.stream().flatMap(o -> o.aliases().stream()).toList();
        String nearest = Nearest.help(wanted, names);
        return new Refusal(Diagnostic.error(TapCode.NO_FORMAT, "there is no response format `%s`".formatted(wanted))
                .helped(nearest != null ? nearest : "formats: " + String.join(", ", names)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
    }
}

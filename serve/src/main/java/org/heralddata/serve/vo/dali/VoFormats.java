package org.heralddata.serve.vo.dali;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.springframework.stereotype.Component;

/** Finds what RESPONSEFORMAT names: a format by its name, its ending or its media type (DALI 1.1, section 3.4.3). */
@Component
public final class VoFormats {
    private static final String VOTABLE = "votable";

    private final Formats formats = Formats.installed();

    /**
     * A format to answer in.
     *
     * @param mediaType as the answer declares it
     */
    public record Answer(TableWriter writer, String mediaType) {

        /** Whether it can say behind the rows that more would have passed. */
        public boolean tellsOverflow() {
            return writer.format().value().equals(VOTABLE);
        }
    }

    /** What the parameter asks for; VOTable if it asks for nothing. */
    public Answer answer(VoParameters asked) {
        Optional<String> wanted = asked.one("RESPONSEFORMAT").or(() -> asked.one("FORMAT"));
        if (wanted.isEmpty()) {
            return votable();
        }
        String name = wanted.get().strip().toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
        return switch (name) {
            case VOTABLE, "vot", "application/x-votable+xml" -> votable();
            case "text/xml" -> new Answer(votable().writer, "text/xml;content=x-votable");
            default -> other(name, wanted.get());
        };
    }

    private Answer votable() {
        return new Answer(
                formats.writer(VOTABLE).orElseThrow(() -> new IllegalStateException("no VOTable writer is installed")),
                "application/x-votable+xml");
    }

    private Answer other(String name, String written) {
        return formats.writers().stream()
                .filter(w -> w.format().value().equals(name)
                        || w.extension().equals(name)
                        || w.mediaType().replaceAll("\\s*;.*", "").equals(name))
                .findFirst()
                .map(w -> new Answer(w, w.mediaType()))
                .orElseThrow(() -> noFormat(written));
    }

    private Refusal noFormat(String written) {
        List<String> known =
                formats.writers().stream().map(w -> w.format().value()).toList();
        String help = Nearest.help(written, known);
        return new Refusal(Diagnostic.error(VoCode.NO_FORMAT, "there is no response format `%s`".formatted(written))
                .helped(help != null ? help : "formats: " + String.join(", ", known)));
    }
}

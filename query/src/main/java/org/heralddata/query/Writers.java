package org.heralddata.query;

import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOptions;

/** The writers of exports. */
public record Writers(Formats formats) {

    /** Names of the formats. */
    public List<String> names() {
        return formats.writers().stream()
                .map(w -> w.format().value())
                .distinct()
                .toList();
    }

    /** What a format leaves to choose; nothing of one that is not known. */
    public List<WriteOption> options(String format) {
        return formats.writer(format).map(WriteOptions::of).orElse(List.of());
    }

    /** @throws Refusal if there is no such format, or it leaves no such choices */
    public TableWriter of(ExportForm form) {
        TableWriter writer = formats.writer(form.format()).orElseThrow(() -> {
            String help = Nearest.help(form.format(), names());
            return new Refusal(Diagnostic.error(QueryCode.NO_FORMAT, "there is no format `%s`".formatted(form.format()))
                    .helped(help != null ? help : "formats: " + String.join(", ", names())));
        });
        return WriteOptions.apply(writer, form.choices());
    }
}

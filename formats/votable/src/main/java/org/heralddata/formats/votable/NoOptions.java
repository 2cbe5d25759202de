package org.heralddata.formats.votable;

import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ReadOptions;

/** Refuses reading options where a format has none. */
final class NoOptions {

    private NoOptions() {}

    static void demand(String format, ReadOptions options) {
        options.values().keySet().stream().sorted().findFirst().ifPresent(name -> {
            throw new Refusal(Diagnostic.error(
                    VotableCode.UNKNOWN_OPTION, "the format %s has no option `%s`".formatted(format, name)));
        });
    }
}

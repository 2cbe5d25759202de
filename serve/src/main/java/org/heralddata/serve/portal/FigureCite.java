package org.heralddata.serve.portal;

import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Release;

/** What stands below a figure about the data that it is of. */
public final class FigureCite {

    private FigureCite() {}

    /** Creators (year): title, release; then what the curator wants cited beside. */
    public static String of(Release release) {
        var about = release.collection();
        String line = "%s (%d): %s, release %s."
                .formatted(
                        about.creators().stream().map(Creator::name).collect(Collectors.joining("; ")),
                        release.created().atZone(ZoneOffset.UTC).getYear(),
                        about.title(),
                        release.name());
        return about.cite() == null ? line : line + " Cite also " + about.cite() + ".";
    }
}

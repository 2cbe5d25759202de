package org.heralddata.query.obscore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.jspecify.annotations.Nullable;

/** Makes observations of what the catalogue knows: of tables, of the runs they hold, of files and of response functions in them. */
public final class ObsRows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final String site;
    private final String authority;

    /**
     * @param site      address of the server without the last slash
     * @param authority of IVOA identifiers, without {@code ivo://}
     */
    public ObsRows(String site, String authority) {
        this.site = site;
        this.authority = authority;
    }

    String did(CollectionDescription about, String id) {
        return "ivo://%s/%s?%s".formatted(authority, about.id(), id);
    }

    String url(String id) {
        return site + "/datalink?ID=" + id.replace("%", "%25");
    }

    static ObsRow.Source source(CollectionDescription about, @Nullable Instant released) {
        return new ObsRow.Source(
                about.id().value(),
                about.title(),
                about.creators().stream().map(Creator::name).collect(Collectors.joining("; ")),
                about.cite(),
                released == null ? null : TIME.format(released),
                about.facility(),
                about.messenger());
    }

    /** The tables of a release that are open to whoever looks at it, each with the runs that it has. */
    public List<ObsRow> of(Release release) {
        return release.tables().stream()
                .filter(table -> !table.withheld().all())
                .flatMap(table -> new TableRows(this, release, table).rows().stream())
                .toList();
    }

    /** A catalogued file and the response functions in it; empty if it tells neither run nor time and has none. */
    public List<ObsRow> of(FileCollection collection, CataloguedFile file) {
        return new FileRows(this, collection, file).rows();
    }
}

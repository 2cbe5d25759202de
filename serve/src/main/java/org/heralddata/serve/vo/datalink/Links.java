package org.heralddata.serve.vo.datalink;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.files.FileService;
import org.heralddata.serve.vo.dali.VotableErrors;
import org.heralddata.serve.vo.datalink.ServiceDescriptor.Input;
import org.jspecify.annotations.Nullable;

/** Gathers the links of some identifiers. For one answer. */
final class Links {
    private static final String NUMBER = "datatype=\"double\" unit=\"deg\"";
    private static final String TEXT = "datatype=\"char\" arraysize=\"*\"";

    /** No number; without it pyvo stumbles. */
    private static final String NONE = "NaN";

    private static final String PARQUET = "application/vnd.apache.parquet";

    private final DataService data;
    private final FileService files;
    private final Place place;
    private final List<Link> links = new ArrayList<>();
    private final List<ServiceDescriptor> services = new ArrayList<>();

    /** @param site address of this server without the last slash */
    Links(DataService data, FileService files, String site) {
        this.data = data;
        this.files = files;
        place = new Place(site);
    }

    void add(String id) {
        LinkId named = LinkId.parse(id).orElse(null);
        if (named == null) {
            links.add(Link.error(
                    id, "UsageFault", "it is no identifier of this server's, such as collection/release/table"));
            return;
        }
        int before = links.size();
        try {
            switch (named) {
                case LinkId.OfRelease(var collection, var name)
                when name.isEmpty() && isArchive(collection) ->
                    links.addAll(new FileLinks(place).of(id, files, collection));
                case LinkId.OfRelease(var collection, var name) -> {
                    Release release = data.release(new TableRef(collection, "", name.orElse(null)));
                    data.requireOpen(release);
                    release.tables().stream()
                            .filter(table -> !table.withheld().all())
                            .forEach(table -> table(id, release, table));
                    release(id, release);
                }
                case LinkId.OfTable(var collection, var name, var table) -> {
                    var ref = new TableRef(collection, table, name);
                    Release release = data.release(ref);
                    data.requireOpen(release, table);
                    table(id, release, data.table(ref));
                    release(id, release);
                }
                case LinkId.OfReleaseFile(var collection, var name, var path) -> {
                    Release release = data.release(new TableRef(collection, "", name));
                    data.file(release, path);
                    file(id, release, path);
                }
                case LinkId.OfRun(var collection, var name, var table, var run) -> {
                    var ref = new TableRef(collection, table, name);
                    Release release = data.release(ref);
                    data.requireOpen(release, table);
                    links.addAll(new RunLinks(place, files).of(id, release, data.table(ref), run));
                    if (links.getLast().error() == null) {
                        release(id, release);
                    }
                }
                case LinkId.OfCataloguedFile(var _, var file, var table) ->
                    links.addAll(new FileLinks(place).of(id, files.file(file).file(), table.orElse(null)));
            }
        } catch (Refusal refused) {
            links.subList(before, links.size()).clear();
            boolean unknown = refused.diagnostics().getFirst().code() instanceof QueryCode code
                    && switch (code) {
                        case NO_COLLECTION, NO_RELEASE, NO_TABLE, NO_FILE -> true;
                        default -> false;
                    };
            links.add(Link.error(
                    id, unknown ? "NotFoundFault" : "DefaultFault", VotableErrors.text(refused.diagnostics())));
        }
    }

    private boolean isArchive(CollectionId collection) {
        return files.published().stream().anyMatch(f -> f.files().about().id().equals(collection));
    }

    private void moc(String id, Release release, PublishedTable table, String axis, String what) {
        links.add(Link.to(
                id,
                address(
                        "/api/v1/collections/%s/tables/%s/moc"
                                .formatted(release.collection().id(), table.name()),
                        "release=%s&format=fits&axis=%s".formatted(release.name(), axis)),
                "#auxiliary",
                "application/fits",
                null,
                "%s %s has rows, as a MOC".formatted(what, table.name())));
    }

    private void table(String id, Release release, PublishedTable table) {
        String collection = release.collection().id().value();
        boolean whole = table.withheld().isNothing();
        String rows = "/api/v1/collections/%s/tables/%s/rows".formatted(collection, table.name());
        for (DataFile file : release.files()) {
            if (whole && file.table().equals(table.name())) {
                links.add(Link.to(
                        id,
                        address("/files/%s/%s/%s".formatted(collection, release.name(), file.path()), null),
                        "#this",
                        PARQUET,
                        file.bytes(),
                        "Rows of %s, %d of them, as a Parquet file".formatted(table.name(), file.rows())));
            }
        }
        links.add(Link.to(
                id,
                address(rows, "release=%s&format=votable".formatted(release.name())),
                "#derivation",
                "application/x-votable+xml",
                null,
                "All rows of %s as a VOTable".formatted(table.name())));
        links.add(Link.to(
                id,
                address(rows, "release=%s&format=votable&limit=100".formatted(release.name())),
                "#preview",
                "application/x-votable+xml",
                null,
                "The first 100 rows of %s".formatted(table.name())));
        if (table.common().time() != null) {
            moc(id, release, table, "time", "When");
        }
        if (table.common().healpix() != null) {
            moc(id, release, table, "space", "Where on the sky");
            if (table.common().time() != null) {
                moc(id, release, table, "spacetime", "Where at which time");
            }
            services.add(coneSearch(release, table));
            links.add(Link.service(
                    id,
                    services.getLast().id(),
                    "#proc",
                    "application/x-votable+xml",
                    "Cone search of " + table.name()));
        }
        services.add(cutOut(release, table));
        links.add(Link.service(
                id,
                services.getLast().id(),
                "#cutout",
                "application/x-votable+xml",
                "Rows of %s of a part of the sky, a time, or energies".formatted(table.name())));
        for (InputFile input : release.inputs()) {
            if (whole && input.table().equals(table.name())) {
                links.add(Link.to(
                        id,
                        address("/files/%s/%s/original/%s".formatted(collection, release.name(), input.path()), null),
                        "#progenitor",
                        null,
                        input.bytes(),
                        "Original file, %d rows".formatted(input.rows())));
            }
        }
    }

    private ServiceDescriptor coneSearch(Release release, PublishedTable table) {
        return new ServiceDescriptor(
                "scs_%d".formatted(services.size() + 1),
                "ivo://ivoa.net/std/ConeSearch",
                address("/scs/%s/%s".formatted(release.collection().id(), table.name()), null),
                "Cone search of " + table.name(),
                List.of(
                        new Input("RA", NUMBER + " ucd=\"pos.eq.ra\"", NONE, "Right ascension of the centre, ICRS"),
                        new Input("DEC", NUMBER + " ucd=\"pos.eq.dec\"", NONE, "Declination of the centre, ICRS"),
                        new Input("SR", NUMBER, NONE, "Radius of the cone"),
                        new Input("RELEASE", TEXT, release.name(), "Release")));
    }

    private ServiceDescriptor cutOut(Release release, PublishedTable table) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input(
                "ID",
                TEXT + " ucd=\"meta.id;meta.main\"",
                "%s/%s/%s".formatted(release.collection().id(), release.name(), table.name()),
                "Table to be cut"));
        if (table.common().healpix() != null) {
            inputs.add(new Input(
                    "CIRCLE",
                    "datatype=\"double\" arraysize=\"3\" xtype=\"circle\" unit=\"deg\" ucd=\"phys.angArea;obs\"",
                    "",
                    "Right ascension and declination of the centre, and radius"));
            inputs.add(new Input(
                    "POLYGON",
                    "datatype=\"double\" arraysize=\"*\" xtype=\"polygon\" unit=\"deg\" ucd=\"phys.angArea;obs\"",
                    "",
                    "Right ascensions and declinations of corners"));
        }
        if (table.common().time() != null) {
            inputs.add(new Input(
                    "TIME",
                    "datatype=\"double\" arraysize=\"2\" xtype=\"interval\" unit=\"d\" ucd=\"time.interval;obs.exposure\"",
                    "",
                    "First and last instant, MJD in UTC"));
        }
        if (table.common().energy() != null) {
            inputs.add(new Input(
                    "BAND",
                    "datatype=\"double\" arraysize=\"2\" xtype=\"interval\" unit=\"m\" ucd=\"em.wl;stat.interval\"",
                    "",
                    "Shortest and longest wavelength of the energy"));
            inputs.add(new Input(
                    "ENERGY",
                    "datatype=\"double\" arraysize=\"2\" xtype=\"interval\" unit=\"eV\" ucd=\"em.energy;stat.interval\"",
                    "",
                    "Least and greatest energy"));
        }
        return new ServiceDescriptor(
                "soda_%d".formatted(services.size() + 1),
                "ivo://ivoa.net/std/SODA#sync-1.0",
                address("/soda/sync", null),
                "Cut-out of " + table.name(),
                inputs);
    }

    private void release(String id, Release release) {
        String collection = release.collection().id().value();
        links.add(Link.to(
                id,
                address("/files/%s/%s/SHA256SUMS".formatted(collection, release.name()), null),
                "#auxiliary",
                "text/plain",
                null,
                "SHA-256 of every file of the release"));
        links.add(Link.to(
                id,
                address("/collections/" + collection, null),
                "#documentation",
                "text/html",
                null,
                "Description of the collection, how to cite it, terms of use"));
    }

    private void file(String id, Release release, String path) {
        String collection = release.collection().id().value();
        release.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .ifPresentOrElse(
                        file -> links.add(Link.to(
                                id,
                                address("/files/%s/%s/%s".formatted(collection, release.name(), path), null),
                                "#this",
                                PARQUET,
                                file.bytes(),
                                "Rows of %s, %d of them".formatted(file.table(), file.rows()))),
                        () -> links.add(
                                Link.error(id, "NotFoundFault", "the release has no file `%s`".formatted(path))));
        if (links.getLast().error() == null) {
            release(id, release);
        }
    }

    private String address(String path, @Nullable String query) {
        return place.address(path, query);
    }

    String document() {
        return LinkDocument.write(links, services);
    }
}

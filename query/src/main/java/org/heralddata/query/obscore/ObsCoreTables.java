package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileState;
import org.heralddata.query.QueryCode;
import org.heralddata.query.adql.SuppliedTable;
import org.heralddata.query.adql.SuppliedTable.SuppliedColumn;
import org.heralddata.query.adql.TableSupplier;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;

/** The tables {@code ivoa.obscore} and {@code ivoa.obscore_hea} for queries in ADQL. Safe for many threads. */
public final class ObsCoreTables implements TableSupplier {
    private static final String SCHEMA = "Tables of the IVOA's data models";

    /** Of one collection; files beyond are not in the tables. */
    private static final long MOST_FILES = 100_000;

    /** So that small queries do not wait for the catalogue of files. */
    private static final long LOOK_AGAIN_NS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<ObsRows> places;
    private final @Nullable FileService files;
    private volatile Seen seen = new Seen(System.nanoTime() - LOOK_AGAIN_NS, List.of());

    /** @param files null to leave out catalogued files */
    public ObsCoreTables(ObsRows rows, @Nullable FileService files) {
        this(() -> rows, files);
    }

    /**
     * @param places asked whenever the tables are made, for addresses that are known only then
     * @param files  null to leave out catalogued files
     */
    public ObsCoreTables(Supplier<ObsRows> places, @Nullable FileService files) {
        this.places = places;
        this.files = files;
    }

    /** What a collection of files was like, and whether its files may be seen. */
    private record Revision(String collection, long revision, boolean open) {}

    private record Seen(long at, List<FileCollection> collections) {}

    /** The revisions of catalogued collections, at most a second old. */
    @Override
    public Object state(Viewer viewer) {
        FileService service = files;
        if (service == null) {
            return List.of();
        }
        Seen last = seen;
        if (System.nanoTime() - last.at >= LOOK_AGAIN_NS) {
            last = new Seen(System.nanoTime(), service.collections());
            seen = last;
        }
        FileService own = service.as(viewer);
        return last.collections.stream()
                .map(c -> new Revision(c.about().id().value(), c.revision(), own.isOpen(c)))
                .toList();
    }

    @Override
    public List<SuppliedTable> tables(List<Release> releases, Viewer viewer) {
        ObsRows rows = places.get();
        List<ObsRow> all = new ArrayList<>();
        releases.forEach(release -> all.addAll(rows.of(release)));
        if (files != null) {
            FileService own = files.as(viewer);
            for (FileCollection collection : own.collections()) {
                addFiles(rows, own, collection, all);
            }
        }
        return List.of(
                table(
                        "obscore",
                        "Observations: tables of releases and their runs, files, response functions (ObsCore 1.1)",
                        "ivo://ivoa.net/std/obscore#table-1.1",
                        ObsCore.COLUMNS,
                        all.stream().map(ObsRow::cells).toList()),
                table(
                        "obscore_hea",
                        "What high-energy astrophysics adds to ivoa.obscore (draft of an extension)",
                        null,
                        ObsCore.HIGH_ENERGY_COLUMNS,
                        all.stream().map(ObsRow::highEnergyCells).toList()));
    }

    private static void addFiles(ObsRows rows, FileService service, FileCollection collection, List<ObsRow> all) {
        FilesRequest request = FilesRequest.of(collection.about().id()).page(MOST_FILES, 0);
        try (FileStream stream = service.files(request)) {
            for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                if (file.state() != FileState.VANISHED) {
                    all.addAll(rows.of(collection, file));
                }
            }
        } catch (Refusal refused) {
            if (refused.diagnostics().getFirst().code() != QueryCode.RESTRICTED) {
                throw refused;
            }
        }
    }

    private static SuppliedTable table(
            String name,
            String description,
            @Nullable String utype,
            List<ObsColumn> columns,
            List<List<@Nullable Object>> cells) {
        return new SuppliedTable(
                "ivoa",
                SCHEMA,
                name,
                description,
                utype,
                columns.stream()
                        .map(c -> new SuppliedColumn(
                                c.column(),
                                c.utype() == null ? null : "obscore:" + c.utype(),
                                c.xtype(),
                                c.principal(),
                                true))
                        .toList(),
                cells);
    }
}

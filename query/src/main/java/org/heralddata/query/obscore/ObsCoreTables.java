package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.adql.SuppliedTable;
import org.heralddata.query.adql.SuppliedTable.SuppliedColumn;
import org.heralddata.query.adql.TableSupplier;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;

/** The tables {@code ivoa.obscore} and {@code ivoa.obscore_hea} for queries in ADQL. */
public final class ObsCoreTables implements TableSupplier {
    private static final String SCHEMA = "Tables of the IVOA's data models";

    /** Of one collection; files beyond are not in the tables. */
    private static final long MOST_FILES = 100_000;

    private final ObsRows rows;
    private final @Nullable FileService files;

    /** @param files null to leave out catalogued files */
    public ObsCoreTables(ObsRows rows, @Nullable FileService files) {
        this.rows = rows;
        this.files = files;
    }

    @Override
    public List<SuppliedTable> tables(List<Release> releases) {
        List<ObsRow> all = new ArrayList<>();
        for (Release release : releases) {
            all.addAll(rows.of(release));
            if (files != null) {
                addFiles(files, release, all);
            }
        }
        return List.of(
                table(
                        "obscore",
                        "Observations: tables of releases, and files of runs (ObsCore 1.1)",
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

    private void addFiles(FileService service, Release release, List<ObsRow> all) {
        for (FileCollection collection : service.collections()) {
            if (!collection.about().id().equals(release.collection().id())) {
                continue;
            }
            FilesRequest request = FilesRequest.of(collection.about().id()).page(MOST_FILES, 0);
            try (FileStream stream = service.files(request)) {
                for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                    rows.of(collection, file).ifPresent(all::add);
                }
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

package org.heralddata.query.obscore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.ObservedRuns;
import org.heralddata.model.catalogue.ObservedRuns.Run;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.MocSyntaxException;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.query.obscore.ObsRow.Product;
import org.jspecify.annotations.Nullable;

/** The observations of one table: the table as a whole, and each run that it has rows of. */
record TableRows(ObsRows names, Release release, PublishedTable table) {

    private static final int UNCALIBRATED = 1;

    List<ObsRow> rows() {
        List<ObsRow> rows = new ArrayList<>();
        rows.add(whole());
        Coverage coverage = table.coverage();
        ObservedRuns runs = coverage == null ? null : coverage.runs();
        if (runs != null) {
            runs.runs().forEach(run -> rows.add(of(run)));
        }
        return rows;
    }

    private String id() {
        return "%s/%s/%s".formatted(release.collection().id(), release.name(), table.name());
    }

    /** Rows of which neither direction nor energy is known are what the instrument gave. */
    private Product product() {
        boolean physical = table.common().ra() != null || table.common().energy() != null;
        return physical ? Product.TABLE : new Product("event", "hea-event-list", UNCALIBRATED);
    }

    private long bytes() {
        return release.files().stream()
                .filter(file -> file.table().equals(table.name()))
                .mapToLong(DataFile::bytes)
                .sum();
    }

    private ObsRow whole() {
        CollectionDescription about = release.collection();
        CommonEvent.Energy energy = table.common().energy();
        ColumnStatistics time = statistics(table.common().time());
        ColumnStatistics energies = energy == null ? null : statistics(energy.column());
        return new ObsRow(
                product(),
                ObsRows.source(about, release.created()),
                id(),
                names.did(about, id()),
                names.url(id()),
                (bytes() + 999) / 1000,
                null,
                sky(),
                time == null ? null : Mjd.of(time.min()),
                time == null ? null : Mjd.of(time.max()),
                null,
                energies == null ? null : electronvolts(energies.min(), energy),
                energies == null ? null : electronvolts(energies.max(), energy),
                about.instrument(),
                table.rows(),
                table.coverage() == null ? null : table.coverage().time());
    }

    private ObsRow of(Run run) {
        CollectionDescription about = release.collection();
        CommonEvent.Energy energy = table.common().energy();
        String id = id() + "/run/" + URLEncoder.encode(run.id(), StandardCharsets.UTF_8);
        ObservedRuns.Circle circle = run.circle();
        return new ObsRow(
                product(),
                ObsRows.source(about, release.created()),
                run.id(),
                names.did(about, id),
                names.url(id),
                Math.ceilDiv(Math.round(bytes() * (double) run.rows() / Math.max(1, table.rows())), 1000),
                null,
                circle == null
                        ? null
                        : new ObsRow.Sky(circle.raDeg(), circle.decDeg(), Math.min(360, 2 * circle.radiusDeg())),
                Mjd.of(run.first()),
                Mjd.of(run.last()),
                null,
                electronvolts(run.least(), energy),
                electronvolts(run.most(), energy),
                about.instrument(),
                run.rows(),
                Mjd.moc(run.first(), run.last()));
    }

    private @Nullable ColumnStatistics statistics(@Nullable String column) {
        return column == null
                ? null
                : table.column(column).map(PublishedColumn::statistics).orElse(null);
    }

    private static @Nullable Double electronvolts(@Nullable Double value, CommonEvent.@Nullable Energy energy) {
        if (value == null || energy == null) {
            return null;
        }
        double linear = energy.scale() == EnergyScale.LOG10 ? Math.pow(10, value) : value;
        return linear * energy.unitInEv();
    }

    /** A circle around the map of the sky. */
    private ObsRow.@Nullable Sky sky() {
        if (table.coverage() == null || table.coverage().space() == null) {
            return null;
        }
        try {
            SpaceMoc moc = MocText.readSpace(table.coverage().space());
            return moc.isEmpty() ? null : EnclosingCircle.of(moc);
        } catch (MocSyntaxException broken) {
            throw new IllegalStateException("the catalogue has a faulty map", broken);
        }
    }
}

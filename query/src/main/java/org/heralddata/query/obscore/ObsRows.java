package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.MocSyntaxException;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of what the catalogue knows: one of each table of a release, one of each catalogued file that tells its run or
 * which time it covers.
 */
public final class ObsRows {
    private static final double NS_PER_DAY = 86_400e9;
    private static final double MJD_OF_1970 = 40_587;
    private static final String DATALINK = "application/x-votable+xml;content=datalink";

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

    private String did(CollectionDescription about, String id) {
        return "ivo://%s/%s?%s".formatted(authority, about.id(), id);
    }

    private String url(String id) {
        return site + "/datalink?ID=" + id;
    }

    /** The tables of a release. */
    public List<ObsRow> of(Release release) {
        return release.tables().stream().map(table -> of(release, table)).toList();
    }

    private ObsRow of(Release release, PublishedTable table) {
        CollectionDescription about = release.collection();
        CommonEvent common = table.common();
        String id = "%s/%s/%s".formatted(about.id(), release.name(), table.name());
        long bytes = release.files().stream()
                .filter(file -> file.table().equals(table.name()))
                .mapToLong(DataFile::bytes)
                .sum();
        ColumnStatistics time = statistics(table, common.time());
        CommonEvent.Energy energy = common.energy();
        ColumnStatistics energies = energy == null ? null : statistics(table, energy.column());
        return new ObsRow(
                about.id().value(),
                id,
                did(about, id),
                url(id),
                DATALINK,
                (bytes + 999) / 1000,
                null,
                sky(table),
                time == null ? null : mjd(time.min()),
                time == null ? null : mjd(time.max()),
                null,
                energies == null || energy == null ? null : electronvolts(energies.min(), energy),
                energies == null || energy == null ? null : electronvolts(energies.max(), energy),
                about.facility(),
                about.instrument(),
                table.rows(),
                table.coverage() == null ? null : table.coverage().time(),
                about.messenger());
    }

    private static @Nullable ColumnStatistics statistics(PublishedTable table, @Nullable String column) {
        return column == null
                ? null
                : table.column(column).map(PublishedColumn::statistics).orElse(null);
    }

    private static @Nullable Double mjd(@Nullable Double nanoseconds) {
        return nanoseconds == null ? null : (Double) (MJD_OF_1970 + nanoseconds / NS_PER_DAY);
    }

    private static @Nullable Double electronvolts(@Nullable Double value, CommonEvent.Energy energy) {
        if (value == null) {
            return null;
        }
        double linear = energy.scale() == EnergyScale.LOG10 ? Math.pow(10, value) : value;
        return linear * energy.unitInEv();
    }

    /** A circle around the map of the sky. */
    private static ObsRow.@Nullable Sky sky(PublishedTable table) {
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

    /** A catalogued file; empty if it tells neither run nor time. */
    public Optional<ObsRow> of(FileCollection collection, CataloguedFile file) {
        CollectionDescription about = collection.about();
        TimeSpan span = file.metadata().span();
        Long run = file.metadata().run();
        if (span == null && run == null) {
            return Optional.empty();
        }
        String id = "%s/file/%s".formatted(about.id(), file.id());
        var facts = new Facts(collection, file);
        Double ra = facts.number("pos.eq.ra");
        Double dec = facts.number("pos.eq.dec");
        ObsRow.Sky sky = ra != null && dec != null && Double.isFinite(ra) && Math.abs(dec) <= 90
                ? new ObsRow.Sky(ra, dec, null)
                : null;
        String instrument = file.metadata().instrument();
        return Optional.of(new ObsRow(
                about.id().value(),
                run == null ? file.path() : Long.toString(run),
                did(about, id),
                url(id),
                DATALINK,
                (file.content().bytes() + 999) / 1000,
                facts.text("meta.id;src"),
                sky,
                span == null ? null : mjd((double) span.start()),
                span == null ? null : mjd((double) span.stop()),
                facts.number("time.duration;obs.exposure"),
                null,
                null,
                about.facility(),
                instrument != null ? instrument : about.instrument(),
                file.metadata().rows(),
                null,
                about.messenger()));
    }

    /** Fields of a file by their UCD. */
    private record Facts(FileCollection collection, CataloguedFile file) {

        private List<FieldValue> all(String ucd) {
            var found = new ArrayList<FieldValue>();
            for (FileField field : collection.fields()) {
                FieldValue value = file.metadata().fields().get(field.name());
                if (field.ucd().words().startsWith(ucd) && value != null) {
                    found.add(value);
                }
            }
            return found;
        }

        @Nullable
        Double number(String ucd) {
            return all(ucd).stream()
                    .map(value -> value instanceof FieldValue.Real real ? (Double) real.value() : null)
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String text(String ucd) {
            return all(ucd).stream()
                    .filter(FieldValue.Text.class::isInstance)
                    .map(value -> ((FieldValue.Text) value).value())
                    .findFirst()
                    .orElse(null);
        }
    }
}

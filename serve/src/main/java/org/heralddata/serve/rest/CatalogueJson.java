package org.heralddata.serve.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** The catalogue as the API shows it. */
final class CatalogueJson {

    private CatalogueJson() {}

    record Collection(
            String id,
            String title,
            String description,
            String messenger,
            @Nullable String facility,
            @Nullable String instrument,
            @Nullable Site site,
            List<Creator> creators,
            Licence licence,
            @Nullable String cite,
            @Nullable String homepage,
            @Nullable String download,
            List<String> keywords,
            Restriction access,
            List<RestrictedPart> restrictions,
            ReleaseLine release,
            List<TableLine> tables) {

        /** @param restrictions as whoever asks meets them */
        static Collection of(Release release, List<org.heralddata.model.catalogue.Restriction> restrictions) {
            var about = release.collection();
            return new Collection(
                    about.id().value(),
                    about.title(),
                    about.description(),
                    about.messenger(),
                    about.facility(),
                    about.instrument(),
                    about.site(),
                    about.creators(),
                    about.licence(),
                    about.cite(),
                    about.homepage(),
                    about.download(),
                    about.keywords(),
                    Restriction.of(about.access()),
                    restrictions.stream().map(RestrictedPart::of).toList(),
                    ReleaseLine.of(release),
                    release.tables().stream().map(t -> TableLine.of(release, t)).toList());
        }
    }

    record Restriction(
            boolean open, @Nullable String group, @Nullable String until) {
        static Restriction of(Access access) {
            return switch (access) {
                case Access.Open() -> new Restriction(true, null, null);
                case Access.Restricted(var group, var until) ->
                    new Restriction(false, group, until == null ? null : until.toString());
            };
        }
    }

    /**
     * What is not for everyone.
     *
     * @param table  null of the whole collection
     * @param column null of a whole table
     * @param closed whether it is closed to whoever asks
     */
    record RestrictedPart(
            @Nullable String table,
            @Nullable String column,
            String group,
            @Nullable String until,
            boolean closed) {
        static RestrictedPart of(org.heralddata.model.catalogue.Restriction part) {
            var until = part.rule().until();
            return new RestrictedPart(
                    part.table(),
                    part.column(),
                    part.rule().group(),
                    until == null ? null : until.toString(),
                    part.closed());
        }
    }

    record ReleaseLine(String name, int sequence, Instant created, String software, List<String> notes) {
        static ReleaseLine of(Release release) {
            return new ReleaseLine(
                    release.name(), release.sequence(), release.created(), release.software(), release.notes());
        }
    }

    /** A release with its files and what it was made from. */
    record FullRelease(
            String name,
            int sequence,
            Instant created,
            String software,
            List<String> notes,
            List<DataFile> files,
            List<InputFile> inputs,
            String descriptor) {
        static FullRelease of(Release release) {
            return new FullRelease(
                    release.name(),
                    release.sequence(),
                    release.created(),
                    release.software(),
                    release.notes(),
                    release.files(),
                    release.inputs(),
                    release.descriptor());
        }
    }

    record TableLine(String name, String description, long rows, int columns, String href) {
        static TableLine of(Release release, PublishedTable table) {
            return new TableLine(
                    table.name(),
                    table.description(),
                    table.rows(),
                    table.columns().size(),
                    "/api/v1/collections/%s/tables/%s"
                            .formatted(release.collection().id(), table.name()));
        }
    }

    record Table(
            String collection,
            String release,
            String name,
            String description,
            long rows,
            Restriction access,
            boolean closed,
            List<ColumnLine> columns,
            List<ColumnLine> withheld,
            List<PublishedTable.Component> components,
            CommonEvent common,
            String sort,
            List<String> formats) {
        static Table of(Release release, PublishedTable table, List<String> formats) {
            return new Table(
                    release.collection().id().value(),
                    release.name(),
                    table.name(),
                    table.description(),
                    table.rows(),
                    Restriction.of(table.access()),
                    table.withheld().all(),
                    table.columns().stream()
                            .map(c -> ColumnLine.of(c, !table.withheld().all()))
                            .toList(),
                    table.withheld().columns().stream()
                            .map(c -> ColumnLine.of(c, false))
                            .toList(),
                    table.components(),
                    table.common(),
                    table.sort().name().toLowerCase(java.util.Locale.ROOT),
                    formats);
        }
    }

    record ColumnLine(
            String name,
            String type,
            List<@Nullable Integer> shape,
            String unit,
            String ucd,
            String description,
            @Nullable String component,
            @Nullable Range range,
            boolean computed,
            Restriction access,
            @Nullable ColumnStatistics statistics) {
        static ColumnLine of(PublishedColumn column, boolean told) {
            return new ColumnLine(
                    column.name(),
                    column.type().label(),
                    shape(column.shape()),
                    column.unit().symbol(),
                    column.ucd().words(),
                    column.description(),
                    column.component(),
                    column.declared(),
                    column.computed(),
                    Restriction.of(column.access()),
                    told ? column.statistics() : null);
        }

        /** {@code null} where rows differ. */
        static List<@Nullable Integer> shape(Shape shape) {
            var sizes = new ArrayList<@Nullable Integer>();
            shape.sizes().forEach(n -> sizes.add(n == Shape.VARIES ? null : n));
            return sizes;
        }
    }
}

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
            ReleaseLine release,
            List<TableLine> tables) {

        static Collection of(Release release) {
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
            List<ColumnLine> columns,
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
                    table.columns().stream().map(ColumnLine::of).toList(),
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
            ColumnStatistics statistics) {
        static ColumnLine of(PublishedColumn column) {
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
                    column.statistics());
        }

        /** {@code null} where rows differ. */
        static List<@Nullable Integer> shape(Shape shape) {
            var sizes = new ArrayList<@Nullable Integer>();
            shape.sizes().forEach(n -> sizes.add(n == Shape.VARIES ? null : n));
            return sizes;
        }
    }
}

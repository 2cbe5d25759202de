package org.heralddata.serve.vo.tap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.QueryExample;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.adql.DescribedTable;
import org.jspecify.annotations.Nullable;

/** Queries that make sense with the tables there are: those that curators recommend, then some made from what is known of the tables. */
final class TapExamples {

    /** Of one collection more would be said twice. */
    private static final int TABLES = 6;

    private TapExamples() {}

    /** For whoever asks: of queries that name what is closed to them not even the text is shown. */
    static List<TapExample> of(AdqlService asked) {
        List<DescribedTable> tables = asked.tables(null);
        List<TapExample> examples = new ArrayList<>(recommended(tables, query -> isOpen(asked, query)));
        List<DescribedTable> released =
                tables.stream().filter(t -> t.release() != null).limit(TABLES).toList();
        for (DescribedTable table : released) {
            examples.add(first(table));
            published(table).ifPresent(p -> {
                histogram(table, p).ifPresent(examples::add);
                cone(table, p).ifPresent(examples::add);
            });
        }
        List<DescribedTable> directed =
                released.stream().filter(t -> t.table().positions() != null).toList();
        if (directed.size() > 1) {
            examples.add(crossmatch(directed.get(0), directed.get(1)));
            examples.add(union(directed));
        }
        tables.stream()
                .filter(t -> t.table().qualifiedName().equalsIgnoreCase("ivoa.obscore"))
                .findFirst()
                .ifPresent(t -> examples.add(obscore()));
        examples.add(columns());
        return examples;
    }

    private static List<TapExample> recommended(List<DescribedTable> tables, Predicate<String> open) {
        List<TapExample> examples = new ArrayList<>();
        Set<CollectionId> done = new HashSet<>();
        for (DescribedTable table : tables) {
            if (table.release() != null && done.add(table.release().collection().id())) {
                String collection = table.table().schema();
                for (QueryExample told : table.release().collection().examples()) {
                    if (!open.test(told.query())) {
                        continue;
                    }
                    String id = "recommended-%s-%d".formatted(collection, examples.size() + 1);
                    String read = tables.stream()
                            .map(TapExamples::name)
                            .filter(told.query()::contains)
                            .findFirst()
                            .orElse(name(table));
                    String text =
                            told.text() == null ? "From those who publish `%s`.".formatted(collection) : told.text();
                    examples.add(new TapExample(id, told.title(), text, read, told.query()));
                }
            }
        }
        return examples;
    }

    /** Whether it names nothing that is closed to whoever asks; what is wrong in other ways is its curator's to mend. */
    private static boolean isOpen(AdqlService asked, String query) {
        try {
            asked.check(AdqlQuery.of(query));
            return true;
        } catch (Refusal refused) {
            return refused.diagnostics().stream().noneMatch(told -> told.code() == QueryCode.RESTRICTED);
        }
    }

    private static Optional<PublishedTable> published(DescribedTable table) {
        return table.release() == null
                ? Optional.empty()
                : table.release().table(table.table().name());
    }

    private static TapExample first(DescribedTable table) {
        return example(
                table, "first", "First rows of %s", "What a row looks like.", "SELECT TOP 10 *\nFROM " + name(table));
    }

    private static Optional<TapExample> histogram(DescribedTable table, PublishedTable published) {
        return energy(published).map(column -> {
            boolean log =
                    column.unit().symbol().contains("log") || column.name().contains("log");
            ColumnStatistics statistics = column.statistics();
            String value = Names.written(column.name());
            boolean wide = !log && spans(statistics);
            String bin = wide ? "FLOOR(LOG10(%s) * 10)".formatted(value) : "FLOOR(%s * 10)".formatted(value);
            return example(
                    table,
                    "histogram",
                    "A histogram of %s",
                    "Counts in bins of a tenth%s of `%s`, computed where the data are."
                            .formatted(wide ? " of a decade" : "", column.name()),
                    """
                    SELECT %s / 10 AS bin, COUNT(*) AS n
                    FROM %s
                    WHERE %s%s
                    GROUP BY bin
                    ORDER BY bin""".formatted(bin, name(table), value, wide ? " > 0" : " IS NOT NULL"));
        });
    }

    private static boolean spans(ColumnStatistics statistics) {
        Double max = statistics.max();
        return max != null && max > 1e3;
    }

    private static Optional<PublishedColumn> energy(PublishedTable table) {
        CommonEvent.Energy energy = table.common().energy();
        return energy == null ? Optional.empty() : table.column(energy.column());
    }

    private static Optional<TapExample> cone(DescribedTable table, PublishedTable published) {
        SchemaTable.@Nullable Positions positions = table.table().positions();
        if (positions == null) {
            return Optional.empty();
        }
        double ra = middle(published, positions.ra(), 83.633);
        double dec = middle(published, positions.dec(), 22.014);
        return Optional.of(example(
                table,
                "cone",
                "A cone in %s",
                "Events within two degrees of a position, the nearest first.",
                String.format(
                        Locale.ROOT,
                        """
                        SELECT TOP 100 *,
                          DISTANCE(POINT('ICRS', %2$s, %3$s), POINT('ICRS', %4$.3f, %5$.3f)) AS separation
                        FROM %1$s
                        WHERE 1 = CONTAINS(POINT('ICRS', %2$s, %3$s), CIRCLE('ICRS', %4$.3f, %5$.3f, 2))
                        ORDER BY separation""",
                        name(table),
                        Names.written(positions.ra()),
                        Names.written(positions.dec()),
                        ra,
                        dec)));
    }

    private static double middle(PublishedTable table, String column, double otherwise) {
        ColumnStatistics known =
                table.column(column).map(PublishedColumn::statistics).orElse(null);
        return known == null || known.min() == null || known.max() == null
                ? otherwise
                : (known.min() + known.max()) / 2;
    }

    private static TapExample crossmatch(DescribedTable one, DescribedTable two) {
        var a = Objects.requireNonNull(one.table().positions());
        var b = Objects.requireNonNull(two.table().positions());
        return new TapExample(
                "crossmatch",
                "Events of two experiments from one direction",
                "Pairs of %s and %s within a tenth of a degree.".formatted(name(one), name(two)),
                name(one),
                """
                SELECT TOP 100 a.%1$s AS ra, a.%2$s AS dec, b.%3$s AS other_ra, b.%4$s AS other_dec
                FROM %5$s AS a
                JOIN %6$s AS b
                  ON 1 = CONTAINS(POINT('ICRS', a.%1$s, a.%2$s), CIRCLE('ICRS', b.%3$s, b.%4$s, 0.1))""".formatted(
                                Names.written(a.ra()),
                                Names.written(a.dec()),
                                Names.written(b.ra()),
                                Names.written(b.dec()),
                                name(one),
                                name(two)));
    }

    private static TapExample union(List<DescribedTable> tables) {
        String query = tables.stream().map(TapExamples::aroundTheCrab).collect(Collectors.joining("\nUNION ALL\n"));
        return new TapExample(
                "common",
                "Events of all experiments around the Crab nebula",
                "One list of several tables: what their events have in common.",
                name(tables.getFirst()),
                query);
    }

    private static String aroundTheCrab(DescribedTable table) {
        SchemaTable.Positions positions = Objects.requireNonNull(table.table().positions());
        return """
                SELECT '%1$s' AS collection, %2$s AS ra, %3$s AS dec
                FROM %4$s
                WHERE 1 = CONTAINS(POINT('ICRS', %2$s, %3$s), CIRCLE('ICRS', 83.633, 22.014, 5))""".formatted(
                table.table().schema(), Names.written(positions.ra()), Names.written(positions.dec()), name(table));
    }

    private static TapExample obscore() {
        return new TapExample(
                "obscore",
                "What there is, by ObsCore",
                "Every released table as the observations of other observatories are found.",
                "ivoa.obscore",
                "SELECT dataproduct_type, obs_collection, obs_id, access_url\nFROM ivoa.obscore");
    }

    private static TapExample columns() {
        return new TapExample(
                "columns",
                "Columns that hold an energy",
                "TAP_SCHEMA describes all tables, and can be queried as they can.",
                "tap_schema.columns",
                "SELECT table_name, column_name, unit, description\nFROM tap_schema.columns\nWHERE ucd LIKE '%em.energy%' OR ucd LIKE '%phys.energy%'");
    }

    private static TapExample example(DescribedTable table, String kind, String title, String text, String query) {
        String id = kind + "-" + table.table().schema() + "-" + table.table().name();
        return new TapExample(
                id.replaceAll("[^A-Za-z0-9_-]", "-"), title.formatted(name(table)), text, name(table), query);
    }

    private static String name(DescribedTable table) {
        return table.table().qualifiedName();
    }
}

package org.heralddata.serve.portal.adql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.schema.ReservedWords;
import org.heralddata.query.adql.DescribedTable;
import org.heralddata.serve.vo.tap.TapExample;
import org.heralddata.serve.vo.tap.TapService;
import org.jspecify.annotations.Nullable;

/** What the page's scripts need to know: the words of the language and the tables there are. Names are as queries write them. */
record AdqlJson(
        String tap,
        List<String> words,
        List<Function> functions,
        List<Schema> schemas,
        List<TapExample> examples,
        List<String> formats,
        long maxRows) {
    private static final Map<String, String> AGGREGATES = Map.of(
            "COUNT", "the number of rows, or of values that are not NULL",
            "AVG", "the mean of a group",
            "MIN", "the least value of a group",
            "MAX", "the greatest value of a group",
            "SUM", "the sum of a group");

    /** @param forms how it is called, with types */
    record Function(String name, List<String> forms, String description) {}

    record Schema(String name, String description, List<Table> tables) {}

    /**
     * @param name  with its schema
     * @param rows  negative if not known
     * @param about address of its page; null if it has none
     */
    record Table(
            String name,
            String plain,
            String description,
            long rows,
            @Nullable String about,
            List<Column> columns) {}

    /** @param type of each element, with {@code []} behind it if there are several */
    record Column(
            String name,
            String plain,
            String type,
            @Nullable String unit,
            @Nullable String ucd,
            @Nullable String description,
            boolean indexed) {}

    static AdqlJson of(TapService tap, List<DescribedTable> tables, List<TapExample> examples) {
        return new AdqlJson(
                TapService.PATH,
                ReservedWords.all().stream().sorted().toList(),
                allFunctions(),
                bySchema(tables),
                examples,
                tap.formatNames(),
                tap.maxRows());
    }

    private static List<Function> allFunctions() {
        var all = new ArrayList<Function>();
        AGGREGATES.forEach((name, text) -> all.add(new Function(name, List.of(name + "(x)"), text)));
        Arrays.stream(AdqlFunction.values())
                .map(f -> new Function(
                        f.written(), f.signatures().stream().map(s -> s.form()).toList(), f.description()))
                .forEach(all::add);
        return all;
    }

    private static List<Schema> bySchema(List<DescribedTable> tables) {
        SequencedMap<String, List<DescribedTable>> grouped = new LinkedHashMap<>();
        for (DescribedTable table : tables) {
            grouped.computeIfAbsent(table.table().schema(), _ -> new ArrayList<>())
                    .add(table);
        }
        return grouped.entrySet().stream()
                .map(e -> new Schema(
                        Names.written(e.getKey()),
                        e.getValue().getFirst().schemaDescription(),
                        e.getValue().stream().map(AdqlJson::table).toList()))
                .toList();
    }

    private static Table table(DescribedTable table) {
        String schema = table.table().schema();
        String name = table.table().name();
        return new Table(
                table.table().qualifiedName(),
                name,
                table.description(),
                table.rows(),
                table.release() == null ? null : "/collections/" + schema + "/" + name,
                table.columns().stream().map(AdqlJson::column).toList());
    }

    private static Column column(DescribedTable.DescribedColumn described) {
        var column = described.column();
        return new Column(
                Names.written(column.name()),
                column.name(),
                column.type().label() + (column.shape().isScalar() ? "" : "[]"),
                column.unit(),
                column.ucd(),
                column.description(),
                described.indexed());
    }
}

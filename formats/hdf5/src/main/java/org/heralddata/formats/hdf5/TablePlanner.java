package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.jspecify.annotations.Nullable;

/** Decides what the tables of a file are; the rules are told in {@code docs/reference/formats/hdf5.md}. */
final class TablePlanner {
    private final PlanContext context;
    private final PandasTables pandas;
    private final ColumnarTables columnar;
    private final CompoundTables compounds;
    private final List<PlannedTable> tables = new ArrayList<>();
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    TablePlanner(PlanContext context) {
        this.context = context;
        pandas = new PandasTables(context);
        columnar = new ColumnarTables(context);
        compounds = new CompoundTables(context);
    }

    /** To be called once, before the results are asked for. */
    void plan(Branch root) {
        branch(root);
    }

    List<PlannedTable> tables() {
        return tables;
    }

    /** Of the file as a whole: attributes of the root, scalars, attributes of groups that are no tables. */
    SequencedMap<String, String> metadata() {
        return metadata;
    }

    private void branch(Branch branch) {
        int before = tables.size();
        Optional<PlannedTable> frame = pandas.plan(branch.group(), branch.datasets());
        if (frame.isPresent()) {
            tables.add(frame.get());
        } else {
            datasets(branch);
        }
        String path = branch.group().path();
        boolean isTable = tables.subList(before, tables.size()).stream()
                .anyMatch(t -> t.name().equals(path) && !path.equals("/"));
        if (!isTable) {
            String prefix = path.equals("/") ? "" : path.substring(1) + "/";
            context.addMetadata(metadata, prefix, branch.group().attributes(), Set.of());
        }
        Set<String> besides = besides(branch);
        branch.branches().stream()
                .filter(b -> !besides.contains(b.group().path()))
                .forEach(this::branch);
    }

    private void datasets(Branch branch) {
        Map<String, Dataset> byName =
                branch.datasets().stream().collect(Collectors.toMap(Dataset::name, Function.identity(), (a, b) -> a));
        List<Dataset> columns = new ArrayList<>();
        List<PlannedTable> own = new ArrayList<>();
        for (Dataset dataset : branch.datasets()) {
            if (dataset.type() instanceof Datatype.Compound type) {
                compounds
                        .plan(dataset, type, astropy(dataset, byName), beside(dataset, branch))
                        .ifPresent(own::add);
            } else if (dataset.space().rank() == 0) {
                scalar(dataset);
            } else if (!describesAnother(dataset, byName)) {
                columns.add(dataset);
            }
        }
        tables.addAll(columnar.plan(branch.group(), columns));
        tables.addAll(own);
    }

    /** Paths of the groups that hold columns of a compound dataset beside them. */
    private Set<String> besides(Branch branch) {
        return branch.datasets().stream()
                .filter(dataset -> !beside(dataset, branch).isEmpty())
                .flatMap(dataset -> lists(dataset, branch).stream())
                .map(lists -> lists.group().path())
                .collect(Collectors.toSet());
    }

    /** Columns of a compound dataset that are datasets of their own, as Herald writes lists; by their place. */
    private SequencedMap<Integer, PlannedColumn> beside(Dataset table, Branch branch) {
        SequencedMap<Integer, PlannedColumn> columns = new TreeMap<>();
        lists(table, branch).ifPresent(lists -> {
            Map<String, Dataset> byName = lists.datasets().stream()
                    .collect(Collectors.toMap(Dataset::name, Function.identity(), (a, b) -> a));
            for (Dataset dataset : lists.datasets()) {
                OptionalInt place = place(dataset);
                List<PlannedColumn> planned = place.isEmpty() ? List.of() : columnar.columns(dataset, byName);
                if (planned.size() == 1
                        && dataset.space()
                                .dims()
                                .getFirst()
                                .equals(table.space().dims().getFirst())) {
                    columns.put(place.getAsInt(), planned.getFirst());
                }
            }
        });
        return columns;
    }

    private Optional<Branch> lists(Dataset table, Branch branch) {
        return table.space().rank() == 0 || !(table.type() instanceof Datatype.Compound)
                ? Optional.empty()
                : table.attribute(Layouts.LISTS)
                        .flatMap(context.attributes()::text)
                        .flatMap(name -> branch.branches().stream()
                                .filter(b -> b.group().path().equals(sibling(table.path(), name)))
                                .findFirst());
    }

    private static String sibling(String path, String name) {
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    private OptionalInt place(Dataset dataset) {
        return dataset.space().rank() == 0
                ? OptionalInt.empty()
                : dataset.attribute(Layouts.PLACE)
                        .flatMap(context.attributes()::text)
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElse(OptionalInt.empty());
    }

    private static @Nullable Dataset astropy(Dataset table, Map<String, Dataset> byName) {
        return byName.get(table.name() + Conventions.ASTROPY_META);
    }

    private static boolean describesAnother(Dataset dataset, Map<String, Dataset> byName) {
        String name = dataset.name();
        return name.endsWith(Conventions.ASTROPY_META)
                && byName.containsKey(name.substring(0, name.length() - Conventions.ASTROPY_META.length()));
    }

    private void scalar(Dataset dataset) {
        String key = dataset.path().substring(1);
        for (Field field : context.fields(dataset)) {
            if (field.shape().isScalar()) {
                List<String> texts = Scalars.texts(context.file(), dataset);
                texts.stream().filter(t -> !t.isBlank()).findFirst().ifPresent(t -> metadata.putIfAbsent(key, t));
            }
        }
        context.addMetadata(metadata, key + "/", dataset.attributes(), Set.of());
    }
}

package org.heralddata.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.ingest.column.FixedColumn;
import org.heralddata.ingest.column.Types;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** Chooses the type and shape of each published column: those declared, else those that hold what all files have. */
final class TypeChooser {
    private final @Nullable EnergyMapping energy;
    private final Problems problems;

    TypeChooser(@Nullable EnergyMapping energy, Problems problems) {
        this.energy = energy;
        this.problems = problems;
    }

    /** Complete unless something was told. */
    List<PlannedColumn> choose(List<DeclaredColumn> columns, List<FilePlan> files) {
        List<PlannedColumn> planned = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            DeclaredColumn column = columns.get(i);
            Optional<ColumnType> type = type(column, i, files);
            Optional<Shape> shape = shape(column, i, files);
            if (type.isPresent() && shape.isPresent()) {
                planned.add(new PlannedColumn(column, type.get(), shape.get()));
            }
        }
        return planned;
    }

    private Optional<ColumnType> type(DeclaredColumn column, int i, List<FilePlan> files) {
        ColumnType declared = column.descriptor().type();
        if (declared != null) {
            for (FilePlan file : files) {
                ColumnType from = castFrom(file.columns().get(i));
                if (!Types.isCastable(from, declared)) {
                    return disagreement(
                            file,
                            "column `%s` is %s in the file, which cannot become %s"
                                    .formatted(column.name(), from.label(), declared.label()));
                }
            }
            return Optional.of(declared);
        }
        ColumnType common = null;
        for (FilePlan file : files) {
            ColumnType own = ownType(column, file.columns().get(i));
            Optional<ColumnType> both = common == null
                    ? Optional.of(own)
                    : file.columns().get(i).origin() instanceof FoundColumn.Fixed
                            ? Optional.of(FixedColumn.common(common, own))
                            : Types.common(common, own);
            if (both.isEmpty()) {
                return disagreement(
                        file,
                        "column `%s` is %s in this file and %s in others"
                                .formatted(column.name(), own.label(), common == null ? "" : common.label()));
            }
            common = both.get();
        }
        return Optional.ofNullable(common);
    }

    private Optional<ColumnType> disagreement(FilePlan file, String message) {
        problems.add(
                IngestCode.TYPE,
                message,
                file.file().relative(),
                "declare a `type` for the column that all values convert to");
        return Optional.empty();
    }

    /** Converted numbers are no integers any more, and energies never are. */
    private ColumnType ownType(DeclaredColumn column, FoundColumn found) {
        boolean isEnergy = energy != null && energy.column().equals(column.name());
        return found.type().isInteger() && (isEnergy || !found.conversion().isIdentity())
                ? ColumnType.FLOAT64
                : found.type();
    }

    static ColumnType castFrom(FoundColumn found) {
        return switch (found.origin()) {
            case FoundColumn.Fixed _ -> ColumnType.STRING;
            case FoundColumn.Read _ -> found.type();
        };
    }

    private Optional<Shape> shape(DeclaredColumn column, int i, List<FilePlan> files) {
        Shape common = null;
        for (FilePlan file : files) {
            Shape own = file.columns().get(i).shape();
            Optional<Shape> both = common == null ? Optional.of(own) : Types.common(common, own);
            if (both.isEmpty()) {
                problems.add(
                        IngestCode.TYPE,
                        "cells of column `%s` have shape %s in this file and %s in others"
                                .formatted(column.name(), own, common),
                        file.file().relative(),
                        "take one element by `source: name[0]`, or make two tables of the files");
                return Optional.empty();
            }
            common = both.get();
        }
        return Optional.ofNullable(common);
    }
}

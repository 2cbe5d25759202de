package org.heralddata.formats.root.ntuple;

import java.util.Map;
import java.util.Optional;
import org.heralddata.model.table.ColumnType;

/** Which type a leaf has, by its C++ type or else by its column (section "Fundamental Types"). */
final class LeafTypes {
    private static final Map<String, ColumnType> FUNDAMENTAL = Map.ofEntries(
            Map.entry("bool", ColumnType.BOOL),
            Map.entry("std::byte", ColumnType.UINT8),
            Map.entry("char", ColumnType.UINT8),
            Map.entry("std::int8_t", ColumnType.INT8),
            Map.entry("std::uint8_t", ColumnType.UINT8),
            Map.entry("std::int16_t", ColumnType.INT16),
            Map.entry("std::uint16_t", ColumnType.UINT16),
            Map.entry("std::int32_t", ColumnType.INT32),
            Map.entry("std::uint32_t", ColumnType.UINT32),
            Map.entry("std::int64_t", ColumnType.INT64),
            Map.entry("std::uint64_t", ColumnType.UINT64),
            Map.entry("float", ColumnType.FLOAT32),
            Map.entry("double", ColumnType.FLOAT64));

    private LeafTypes() {}

    /** Empty if the columns do not hold the type, or more than it has room for. */
    static Optional<ColumnType> of(String typeName, FieldColumns columns) {
        Optional<ColumnType> own =
                Optional.ofNullable(columns.first().encoding()).flatMap(LeafTypes::of);
        ColumnType type = FUNDAMENTAL.get(typeName);
        if (type == null) {
            return own.filter(t -> columns.representations().size() == 1);
        }
        boolean fits = columns.representations().stream()
                .map(r -> r.getFirst().encoding())
                .allMatch(encoding -> encoding != null && fits(type, encoding));
        return fits ? Optional.of(type) : Optional.empty();
    }

    private static boolean fits(ColumnType type, Encoding encoding) {
        boolean fraction = type == ColumnType.FLOAT32 || type == ColumnType.FLOAT64;
        if (fraction || encoding.kind() == Encoding.Kind.DOUBLES) {
            return fraction && encoding.kind() == Encoding.Kind.DOUBLES;
        }
        return encoding == Encoding.BIT || of(encoding).filter(type::equals).isPresent();
    }

    private static Optional<ColumnType> of(Encoding encoding) {
        return switch (encoding) {
            case BIT -> Optional.of(ColumnType.BOOL);
            case INT8 -> Optional.of(ColumnType.INT8);
            case CHAR, BYTE, UINT8 -> Optional.of(ColumnType.UINT8);
            case INT16, SPLIT_INT16 -> Optional.of(ColumnType.INT16);
            case UINT16, SPLIT_UINT16 -> Optional.of(ColumnType.UINT16);
            case INT32, SPLIT_INT32 -> Optional.of(ColumnType.INT32);
            case UINT32, SPLIT_UINT32 -> Optional.of(ColumnType.UINT32);
            case INT64, SPLIT_INT64 -> Optional.of(ColumnType.INT64);
            case UINT64, SPLIT_UINT64 -> Optional.of(ColumnType.UINT64);
            case REAL16, SPLIT_REAL16, REAL32, SPLIT_REAL32, REAL32_TRUNC, REAL32_QUANT ->
                Optional.of(ColumnType.FLOAT32);
            case REAL64, SPLIT_REAL64 -> Optional.of(ColumnType.FLOAT64);
            case INDEX32, INDEX64, SPLIT_INDEX32, SPLIT_INDEX64, SWITCH -> Optional.empty();
        };
    }
}

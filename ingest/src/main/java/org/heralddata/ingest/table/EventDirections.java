package org.heralddata.ingest.table;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.sky.DirectionReader;
import org.heralddata.ingest.sky.DirectionReader.Directions;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** The directions of a table's events, from its published columns. For one thread. */
final class EventDirections {
    private final DirectionMapping mapping;
    private final List<PlannedColumn> columns;
    private final List<Integer> places;
    private final DirectionReader reader;

    EventDirections(DirectionMapping mapping, List<PlannedColumn> columns, @Nullable Site site) {
        this.mapping = mapping;
        this.columns = columns;
        this.places = names(mapping).stream()
                .map(name -> EventTimes.place(columns, name))
                .toList();
        this.reader = DirectionReader.of(mapping, site);
    }

    /** The published columns that are right ascension and declination in degrees already; null if they must be added. */
    DirectionMapping.@Nullable Equatorial published() {
        return mapping instanceof DirectionMapping.Equatorial equatorial
                        && places.stream()
                                .allMatch(i -> columns.get(i).declared().unit().equals(DeclaredColumn.DEGREE))
                ? equatorial
                : null;
    }

    /** Tells what keeps the directions from being read. */
    void check(String table, Problems problems) {
        for (int place : places) {
            PlannedColumn column = columns.get(place);
            if (!column.type().isNumeric() || !column.shape().isScalar()) {
                problems.add(
                        IngestCode.DIRECTION,
                        "column `%s`, by which the direction is told, is %s of shape %s, not a number"
                                .formatted(column.name(), column.type().label(), column.shape()),
                        table,
                        null);
            }
        }
    }

    Directions read(List<Vector> published, Vector.@Nullable Longs times) {
        List<Vector.Doubles> numbers = new ArrayList<>();
        for (int place : places) {
            Unit unit = columns.get(place).declared().unit();
            numbers.add(
                    degrees(published.get(place), unit.to(DeclaredColumn.DEGREE).orElse(UnitConversion.IDENTITY)));
        }
        return reader.read(numbers, reader.isLocal() ? times : null);
    }

    List<String> notes() {
        return reader.notes();
    }

    private static Vector.Doubles degrees(Vector vector, UnitConversion conversion) {
        if (vector instanceof Vector.Doubles doubles && conversion.isIdentity()) {
            return doubles;
        }
        int size = vector.size();
        var out = new double[size];
        for (int row = 0; row < size; row++) {
            out[row] = conversion.apply(
                    switch (vector) {
                        case Vector.Doubles(var values, var _, var _) -> values[row];
                        case Vector.Longs(var values, var _, var _) -> (double) values[row];
                        case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                            throw new IllegalArgumentException("no numbers");
                    });
        }
        return new Vector.Doubles(out, size, vector.nulls());
    }

    private static List<String> names(DirectionMapping mapping) {
        return switch (mapping) {
            case DirectionMapping.Equatorial(var ra, var dec) -> List.of(ra, dec);
            case DirectionMapping.Galactic(var longitude, var latitude) -> List.of(longitude, latitude);
            case DirectionMapping.Horizontal(var zenith, var azimuth, var _, var _, var _) -> List.of(zenith, azimuth);
            case DirectionMapping.LocalVector(var x, var y, var z, var _) -> List.of(x, y, z);
        };
    }
}

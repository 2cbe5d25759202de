package org.heralddata.query.service;

import java.math.BigDecimal;
import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.jspecify.annotations.Nullable;

/** Puts a selection of common events into the columns of one table. */
final class EventCuts {
    private static final Unit DEGREE = new Unit("deg");
    private static final Unit ELECTRONVOLT = new Unit("eV");
    private static final Cut NEVER = new Cut.Or(List.of());

    /** The columns of the common event, in the order shown. */
    static final CutSchema SCHEMA = new CutSchema(List.of(
            column("id", ColumnType.STRING, Unit.NONE),
            column("collection", ColumnType.STRING, Unit.NONE),
            column("table", ColumnType.STRING, Unit.NONE),
            column("messenger", ColumnType.STRING, Unit.NONE),
            column("time", ColumnType.TIMESTAMP, Unit.NONE),
            column("ra", ColumnType.FLOAT64, DEGREE),
            column("dec", ColumnType.FLOAT64, DEGREE),
            column("energy", ColumnType.FLOAT64, ELECTRONVOLT)));

    private static CutSchema.Column column(String name, ColumnType type, Unit unit) {
        return new CutSchema.Column(name, type, Shape.SCALAR, unit);
    }

    /** A table that has no column for something that the selection asks for. */
    static final class Lacking extends Exception {
        private static final long serialVersionUID = 1L;

        Lacking(String why) {
            super(why, null, false, false);
        }
    }

    static Cut read(String where) {
        return Cuts.read(where, SCHEMA);
    }

    private final CollectionDescription collection;
    private final PublishedTable table;
    private final CommonEvent common;

    EventCuts(CollectionDescription collection, PublishedTable table) {
        this.collection = collection;
        this.table = table;
        common = table.common();
    }

    Cut of(Cut cut) throws Lacking {
        return switch (cut) {
            case Cut.And(var parts) -> {
                var cuts = new java.util.ArrayList<Cut>();
                for (Cut part : parts) {
                    cuts.add(of(part));
                }
                yield new Cut.And(cuts);
            }
            case Cut.Or(var parts) -> {
                var cuts = new java.util.ArrayList<Cut>();
                for (Cut part : parts) {
                    cuts.add(of(part));
                }
                yield new Cut.Or(cuts);
            }
            case Cut.Not(var inner) -> new Cut.Not(of(inner));
            case Cut.Compare(var left, var how, var right) -> {
                String constant = constant(left.column());
                yield constant != null
                        ? truth(compares(constant, how, right))
                        : new Cut.Compare(operand(left), how, literal(left, right));
            }
            case Cut.Between(var left, var low, var high) -> {
                String constant = constant(left.column());
                yield constant != null
                        ? truth(compares(constant, Comparison.AT_LEAST, low)
                                && compares(constant, Comparison.AT_MOST, high))
                        : new Cut.Between(operand(left), literal(left, low), literal(left, high));
            }
            case Cut.In(var left, var values) -> {
                String constant = constant(left.column());
                if (constant != null) {
                    yield truth(values.stream().anyMatch(v -> compares(constant, Comparison.EQUAL, v)));
                }
                var own = new java.util.ArrayList<Literal>();
                for (Literal value : values) {
                    own.add(literal(left, value));
                }
                yield new Cut.In(operand(left), own);
            }
            case Cut.Like(var left, var pattern) -> {
                String constant = constant(left.column());
                yield constant != null
                        ? truth(LikePattern.matches(constant, pattern))
                        : new Cut.Like(operand(left), pattern);
            }
            case Cut.IsNull(var left) -> constant(left.column()) != null ? NEVER : new Cut.IsNull(operand(left));
            case Cut.Cone(var ra, var dec, var centre, var radius) -> new Cut.Cone(own(ra), own(dec), centre, radius);
            case Cut.Polygon(var ra, var dec, var corners) -> new Cut.Polygon(own(ra), own(dec), corners);
            case Cut.Flag _, Cut.AnyElement _ ->
                throw new IllegalArgumentException("the common event has neither flags nor lists");
        };
    }

    private @Nullable String constant(String column) {
        return switch (column) {
            case "collection" -> collection.id().value();
            case "messenger" -> collection.messenger();
            case "table" -> table.name();
            default -> null;
        };
    }

    private static boolean compares(String constant, Comparison how, Literal with) {
        int order = with instanceof Literal.Text(var text) ? constant.compareTo(text) : 1;
        return how.holds(order);
    }

    private static Cut truth(boolean holds) {
        return holds ? Cut.EVERYTHING : NEVER;
    }

    private Operand operand(Operand left) throws Lacking {
        return new Operand.Cell(own(left.column()));
    }

    /** The table's own name of a column of the common event. */
    private String own(String column) throws Lacking {
        return switch (column) {
            case "time" -> has(common.time(), "its events have no time");
            case "ra" -> has(common.ra(), "its events have no direction");
            case "dec" -> has(common.dec(), "its events have no direction");
            case "energy" -> {
                CommonEvent.Energy energy = common.energy();
                yield has(energy == null ? null : energy.column(), "its events have no energy");
            }
            default -> common.id();
        };
    }

    private static String has(@Nullable String column, String otherwise) throws Lacking {
        if (column == null) {
            throw new Lacking(otherwise);
        }
        return column;
    }

    /** Energies go from electronvolts to the unit and scale of the table. */
    private Literal literal(Operand left, Literal literal) throws Lacking {
        CommonEvent.Energy energy = common.energy();
        if (!left.column().equals("energy")
                || energy == null
                || !(literal instanceof Literal.Quantity(var inEv, var unit))) {
            return literal;
        }
        double value = inEv.doubleValue() / energy.unitInEv();
        if (energy.scale() == EnergyScale.LOG10) {
            value = value > 0 ? Math.log10(value) : -Double.MAX_VALUE;
        }
        Unit own = table.column(energy.column()).map(PublishedColumn::unit).orElse(Unit.NONE);
        return new Literal.Quantity(BigDecimal.valueOf(value), own);
    }
}

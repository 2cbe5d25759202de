package org.heralddata.model.selection;

import java.util.List;
import org.heralddata.model.sky.SkyPosition;

/**
 * A selection of events, such as {@code array_e > 15.5 and ze < 20 deg}, checked against a table.
 *
 * <p>A cell without a value (null, or NaN in a floating-point column) passes no comparison and no negated one either.
 */
public sealed interface Cut {

    /** Selects every event. */
    Cut EVERYTHING = new And(List.of());

    /** All parts hold. Without parts: always. */
    record And(List<Cut> parts) implements Cut {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Or(List<Cut> parts) implements Cut {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Cut inner) implements Cut {}

    record Compare(Operand left, Comparison how, Literal right) implements Cut {}

    /** From {@code low} to {@code high}, both included. */
    record Between(Operand left, Literal low, Literal high) implements Cut {}

    /** Equal to one of the values, of which there is at least one. */
    record In(Operand left, List<Literal> values) implements Cut {
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * A string column matches.
     *
     * @param pattern {@code %} for any characters, {@code _} for one; a backslash makes the next character an ordinary one
     */
    record Like(Operand left, String pattern) implements Cut {}

    /** The cell has no value: null, or NaN in a floating-point column. */
    record IsNull(Operand left) implements Cut {}

    /** A boolean column is true. */
    record Flag(String column) implements Cut {}

    /**
     * Within a distance of a point on the sky, the rim included.
     *
     * @param ra        column of right ascensions, degrees
     * @param dec       column of declinations, degrees
     * @param radiusDeg 0 to 180
     */
    record Cone(String ra, String dec, SkyPosition centre, double radiusDeg) implements Cut {}

    /**
     * Within a polygon on the sky: corners joined by great circles, of which it is the side around their mean direction.
     *
     * @param ra      column of right ascensions, degrees
     * @param dec     column of declinations, degrees
     * @param corners at least 3, within 90 degrees of their mean direction
     * @see org.heralddata.model.coverage.SkyPolygon
     */
    record Polygon(String ra, String dec, List<SkyPosition> corners) implements Cut {
        public Polygon {
            corners = List.copyOf(corners);
        }
    }

    /**
     * At least one element of a list column passes.
     *
     * @param element of {@link Operand.Cell}s of {@code column} only
     */
    record AnyElement(String column, Cut element) implements Cut {}
}

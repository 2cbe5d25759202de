package org.heralddata.model.selection;

/** The left side of a comparison. */
public sealed interface Operand {

    /** The column's name. */
    String column();

    /** The cell's value; within {@link Cut.AnyElement} an element of the cell. */
    record Cell(String column) implements Operand {}

    /** How many elements a cell of a list column has. */
    record Length(String column) implements Operand {}
}

package org.heralddata.query.engine;

import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.table.ColumnType;

/** What a row shows in one place. */
public sealed interface Output {

    /** The cell of a column. */
    record Cell(String column) implements Output {}

    /** The same text in every row. */
    record Constant(String text) implements Output {}

    /** The event's energy in electronvolts. */
    record EnergyInEv(CommonEvent.Energy energy) implements Output {}

    /** No value in any row. */
    record Missing(ColumnType type) implements Output {}
}

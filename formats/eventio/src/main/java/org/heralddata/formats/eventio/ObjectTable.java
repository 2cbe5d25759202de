package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/** A table of an EventIO file, made of objects of some types. For one pass through the file. */
interface ObjectTable {

    String name();

    List<Column> columns();

    /** True of the types of objects that make its rows. */
    boolean isOf(Header header);

    /** True of the versions that it reads; the others are left out with a notice. */
    default boolean reads(Header header) {
        return true;
    }

    /**
     * Adds the rows of an object.
     *
     * @return true if there is more to come of the object; call again
     */
    boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException;

    /** Adds what is known only at the end of the file. */
    default void end(RowBuilder rows) {}
}

package org.heralddata.spi;

import java.util.Map;

/** An open file that says more of its columns than {@code Column} does. */
public interface DescribedFile extends TableFile {

    /** Notes on the columns of a table by their names; of many there may be none. */
    Map<String, FieldNote> notes(String table);
}

package org.heralddata.formats.root.table;

import java.util.Optional;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFormatException;

/** One kind of objects that are tables. Stateless. */
public interface TableKind {

    /** True of the classes that this kind opens, by the name in the key. */
    boolean knows(String className);

    /**
     * Reads what is needed to describe the table, not its rows; empty if it has no column that Herald reads, after a notice
     * has told why.
     *
     * @throws RootFormatException if the object is broken or not read; the object is left out then
     */
    Optional<ObjectTable> open(OpenFile file, Entry entry);
}

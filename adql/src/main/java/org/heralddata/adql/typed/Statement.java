package org.heralddata.adql.typed;

import java.util.List;
import org.heralddata.adql.schema.SchemaTable;

/**
 * A whole query, resolved.
 *
 * @param with common tables, each seeing those before it
 * @param used tables that it names, each once
 */
public record Statement(List<CommonTable> with, Query query, List<SchemaTable> used) {

    public Statement {
        with = List.copyOf(with);
        used = List.copyOf(used);
    }

    /** @param name ours */
    public record CommonTable(String name, Query query) {}
}

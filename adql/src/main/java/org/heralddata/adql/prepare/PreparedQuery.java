package org.heralddata.adql.prepare;

import java.util.List;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.adql.typed.Statement;

/**
 * A query that an engine can run.
 *
 * @param sql       the columns by position; timestamps as BIGINT of nanoseconds since 1970, geometries as lists of DOUBLE
 * @param columns   what the rows hold; names are unique, whatever their case
 * @param tables    tables that it reads, each once
 * @param statement what it means
 */
public record PreparedQuery(String sql, List<OutputColumn> columns, List<SchemaTable> tables, Statement statement) {

    public PreparedQuery {
        columns = List.copyOf(columns);
        tables = List.copyOf(tables);
    }
}

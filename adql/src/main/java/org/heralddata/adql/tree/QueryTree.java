package org.heralddata.adql.tree;

import java.util.List;

/**
 * A whole query.
 *
 * @param with common tables, in the order written; may be empty
 */
public record QueryTree(List<CommonTable> with, SelectExpression query) {

    public QueryTree {
        with = List.copyOf(with);
    }

    /** @param columns names for its columns; empty for those of its query */
    public record CommonTable(Identifier name, List<Identifier> columns, SelectExpression query) {
        public CommonTable {
            columns = List.copyOf(columns);
        }
    }
}

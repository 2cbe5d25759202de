package org.heralddata.query.cuts;

import java.util.List;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.CutSchema.Column;
import org.heralddata.query.cuts.Literals.Unfit;
import org.heralddata.query.cuts.Syntax.Name;

/** Looks up the columns that a query names. */
record KnownColumns(String query, CutSchema schema) {
    private static final Unit DEGREE = new Unit("deg");

    Column column(Name name) {
        return schema.column(name.text()).orElseThrow(() -> {
            String whose = schema.withheld().get(name.text());
            if (whose != null) {
                return new Unfit(Mistake.at(
                                query,
                                name.span(),
                                QueryCode.RESTRICTED,
                                "the column `%s` is not open to everyone, but for %s".formatted(name.text(), whose))
                        .labelled("not open to you")
                        .helped("leave it out; sign in if you are a member"));
            }
            List<String> names = schema.names();
            String help = Nearest.help(name.text(), names);
            String all = names.size() <= 12 ? "columns: " + String.join(", ", names) : null;
            return new Unfit(Mistake.at(
                            query, name.span(), QueryCode.NO_COLUMN, "there is no column `%s`".formatted(name.text()))
                    .labelled("unknown")
                    .helped(help != null ? help : all));
        });
    }

    /** Throws if a column holds no angles. */
    void requireAngles(Name name) {
        Column column = column(name);
        if (!column.type().isNumeric()
                || !column.shape().isScalar()
                || !column.unit().isCommensurable(DEGREE)) {
            throw unfit(name, QueryCode.WRONG_TYPE, "`%s` is no column of angles".formatted(name.text()));
        }
    }

    Unfit unfit(Name name, QueryCode code, String message) {
        return new Unfit(Mistake.at(query, name.span(), code, message));
    }
}

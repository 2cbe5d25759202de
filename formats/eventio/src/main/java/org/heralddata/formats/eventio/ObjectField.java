package org.heralddata.formats.eventio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, in the order of the bytes; see {@code objects.txt}.
 *
 * @param per        once an object, once a row but all rows together, or row by row after everything else
 * @param expression what is computed or repeated; null for others
 * @param count      elements of a list; null for one value
 * @param conditions all must be other than 0, or equal to 0 where negated
 * @param column     number of the column; negative if it is none
 */
record ObjectField(
        Per per,
        Code code,
        @Nullable Expression expression,
        @Nullable Expression count,
        List<Condition> conditions,
        String name,
        int column) {

    enum Per {
        OBJECT,
        COLUMN,
        ROW
    }

    record Condition(Expression expression, boolean negated) {
        static Condition of(String text) {
            boolean negated = text.startsWith("!");
            return new Condition(Expression.of(negated ? text.substring(1) : text), negated);
        }
    }

    static ObjectField of(String how, String name, int column) {
        String[] parts = how.split("\\?", 2);
        List<Condition> conditions = parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split(",", -1)).map(Condition::of).toList();
        String what = parts[0];
        Per per = what.startsWith("^") ? Per.COLUMN : what.startsWith(">") ? Per.ROW : Per.OBJECT;
        what = per == Per.OBJECT ? what : what.substring(1);
        if (what.startsWith("=")) {
            return new ObjectField(
                    per, Code.COMPUTED, Expression.of(what.substring(1)), null, conditions, name, column);
        }
        String[] counted = what.split("\\*", 2);
        @Nullable Expression count = counted.length == 1 ? null : Expression.of(counted[1]);
        if (counted[0].startsWith("rep:")) {
            return new ObjectField(
                    per, Code.REP, Expression.of(counted[0].substring(4)), count, conditions, name, column);
        }
        Code code = Code.valueOf(counted[0].toUpperCase(Locale.ROOT));
        return new ObjectField(per, code, null, count, conditions, name, column);
    }

    boolean isList() {
        return count != null || code == Code.TYPETIMES;
    }
}

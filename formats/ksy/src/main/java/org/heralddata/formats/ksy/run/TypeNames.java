package org.heralddata.formats.ksy.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.formats.ksy.expr.TypeName;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.heralddata.model.table.ColumnType;

/** Names of types, as casts and parameters use them. */
record TypeNames(Linker linker, TypeSpec from) {
    static final Pattern NUMBER = Pattern.compile("([usf])([1248])(le|be)?");
    static final Pattern BITS = Pattern.compile("b([1-9]\\d?)(le|be)?");

    /** Empty if there is no such type. */
    Optional<Kind> kind(TypeName type) {
        Optional<Kind> found = type.path().size() == 1 ? builtIn(type.path().getFirst()) : Optional.empty();
        if (found.isEmpty()) {
            TypeNode node = linker.find(type.path(), from);
            found = node == null ? Optional.empty() : Optional.of(Kind.struct(node));
        }
        return type.array() ? found.map(Kind::array) : found;
    }

    private static Optional<Kind> builtIn(String name) {
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            ColumnType column = column(number);
            return column == null
                    ? Optional.empty()
                    : Optional.of(column.isFloating() ? Kind.real(column) : Kind.whole(column));
        }
        Matcher bits = BITS.matcher(name);
        if (bits.matches() && Integer.parseInt(bits.group(1)) <= 64) {
            return Optional.of(bits(Integer.parseInt(bits.group(1))));
        }
        return switch (name) {
            case "str", "strz" -> Optional.of(Kind.TEXT);
            case "bytes" -> Optional.of(Kind.BYTES);
            case "bool" -> Optional.of(Kind.TRUTH);
            case "struct" -> Optional.of(Kind.STRUCT);
            case "io" -> Optional.of(Kind.STREAM);
            case "any" -> Optional.of(Kind.ANY);
            default -> Optional.empty();
        };
    }

    static Kind bits(int count) {
        return count == 1 ? Kind.TRUTH : Kind.whole(Kind.ofBits(count, false));
    }

    /** Null for {@code f1} and {@code f2}, which there are not. */
    static @org.jspecify.annotations.Nullable ColumnType column(Matcher number) {
        int bytes = Integer.parseInt(number.group(2));
        return switch (number.group(1)) {
            case "u" -> Kind.ofBits(8 * bytes, false);
            case "s" -> Kind.ofBits(8 * bytes, true);
            default -> bytes == 4 ? ColumnType.FLOAT32 : bytes == 8 ? ColumnType.FLOAT64 : null;
        };
    }
}

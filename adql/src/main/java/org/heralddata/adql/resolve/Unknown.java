package org.heralddata.adql.resolve;

import java.util.Locale;
import java.util.Map;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.tree.Span;

/** Tells of functions that there are elsewhere, but not here. */
final class Unknown {
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("ivo_simbadpoint", "Herald asks no other server; look the object up and write its position"),
            Map.entry("gavo_simbadpoint", "Herald asks no other server; look the object up and write its position"),
            Map.entry("gavo_vocmatch", "Herald keeps no vocabularies; name the terms by IN ('…', '…')"),
            Map.entry("gavo_ipix", "Herald has HEALPix: ivo_healpix_index(order, ra, dec)"),
            Map.entry("ivo_string_match", "patterns are compared by LIKE and ILIKE, regular expressions by gavo_match"),
            Map.entry("substring", "ADQL has no SUBSTRING; patterns are compared by LIKE"),
            Map.entry("trunc", "it is called TRUNCATE"),
            Map.entry("ceil", "it is called CEILING"),
            Map.entry("ln", "the natural logarithm is LOG"),
            Map.entry("pow", "it is called POWER"),
            Map.entry("random", "it is called RAND"),
            Map.entry("length", "ADQL has no length of strings"));

    private Unknown() {}

    static Typed function(String name, Span span, Problems problems) {
        String elsewhere = ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        boolean known = elsewhere != null && name.contains("_");
        return problems.unknown(
                span,
                known ? AdqlCode.NOT_SUPPORTED : AdqlCode.NO_FUNCTION,
                known ? "`%s` is not supported".formatted(name) : "there is no function `%s`".formatted(name),
                elsewhere != null ? elsewhere : AdqlFunction.advice(name));
    }
}

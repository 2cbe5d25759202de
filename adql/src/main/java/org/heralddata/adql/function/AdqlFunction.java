package org.heralddata.adql.function;

import static org.heralddata.adql.function.AdqlFunction.Group.CONDITIONAL;
import static org.heralddata.adql.function.AdqlFunction.Group.GEOMETRY;
import static org.heralddata.adql.function.AdqlFunction.Group.MATHS;
import static org.heralddata.adql.function.AdqlFunction.Group.STRING;
import static org.heralddata.adql.function.AdqlFunction.Group.UNIT;
import static org.heralddata.adql.function.AdqlFunction.Group.USER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Every function that a query may call, besides the aggregate functions of SQL. The language features of TAPRegExt and the
 * reference page are made from this table.
 *
 * <p>Functions of ADQL follow its sections 2.3 and 4.2; those beginning with {@code ivo_} the IVOA's catalogue of user defined
 * functions; those beginning with {@code gavo_} what GAVO DaCHS does under that name.
 */
public enum AdqlFunction {
    ABS(MATHS, "the absolute value of x", "ABS(x NUMERIC) -> NUMERIC"),
    ACOS(MATHS, "the arc cosine of x, 0 to π radians; NULL if |x| > 1", "ACOS(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    ASIN(
            MATHS,
            "the arc sine of x, −π/2 to π/2 radians; NULL if |x| > 1",
            "ASIN(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    ATAN(MATHS, "the arc tangent of x, −π/2 to π/2 radians", "ATAN(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    ATAN2(
            MATHS,
            "the angle whose tangent is y/x, in the quadrant of (x, y), −π to π radians",
            "ATAN2(y DOUBLE PRECISION, x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    CEILING(MATHS, "the least integer that is not less than x", "CEILING(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    COS(MATHS, "the cosine of x radians", "COS(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    COT(MATHS, "the cotangent of x radians; NULL where it is infinite", "COT(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    DEGREES(MATHS, "x radians in degrees", "DEGREES(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    EXP(MATHS, "e to the power of x", "EXP(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    FLOOR(MATHS, "the greatest integer that is not greater than x", "FLOOR(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    LOG(MATHS, "the natural logarithm of x; NULL unless x > 0", "LOG(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    LOG10(MATHS, "the logarithm of x to base 10; NULL unless x > 0", "LOG10(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    MOD(MATHS, "the remainder of x/y, with the sign of x; NULL if y is 0", "MOD(x NUMERIC, y NUMERIC) -> NUMERIC"),
    PI(MATHS, "the number π", "PI() -> DOUBLE PRECISION"),
    POWER(
            MATHS,
            "x to the power of y; NULL where it is no real number",
            "POWER(x DOUBLE PRECISION, y DOUBLE PRECISION) -> DOUBLE PRECISION"),
    RADIANS(MATHS, "x degrees in radians", "RADIANS(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    RAND(
            MATHS,
            "a random number from 0 to 1, another in every row; the argument is ignored, as ADQL leaves open what it means",
            "RAND() -> DOUBLE PRECISION",
            "RAND(seed INTEGER) -> DOUBLE PRECISION"),
    ROUND(
            MATHS,
            "x rounded to n decimal places (0 if not given, halves away from 0); a negative n rounds left of the point",
            "ROUND(x DOUBLE PRECISION[, n INTEGER]) -> DOUBLE PRECISION"),
    SIN(MATHS, "the sine of x radians", "SIN(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    SQRT(MATHS, "the square root of x; NULL if x < 0", "SQRT(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    TAN(MATHS, "the tangent of x radians", "TAN(x DOUBLE PRECISION) -> DOUBLE PRECISION"),
    TRUNCATE(
            MATHS,
            "x cut to n decimal places (0 if not given), towards 0",
            "TRUNCATE(x DOUBLE PRECISION[, n INTEGER]) -> DOUBLE PRECISION"),

    POINT(GEOMETRY, "a position, degrees", "POINT(lon DOUBLE PRECISION, lat DOUBLE PRECISION) -> POINT"),
    CIRCLE(
            GEOMETRY,
            "all within a radius (degrees) of a position",
            "CIRCLE(lon DOUBLE PRECISION, lat DOUBLE PRECISION, radius DOUBLE PRECISION) -> CIRCLE",
            "CIRCLE(center POINT, radius DOUBLE PRECISION) -> CIRCLE"),
    BOX(
            GEOMETRY,
            "a polygon of four corners about a centre, width and height in degrees; deprecated by ADQL 2.1",
            "BOX(lon DOUBLE PRECISION, lat DOUBLE PRECISION, width DOUBLE PRECISION, height DOUBLE PRECISION) -> POLYGON",
            "BOX(center POINT, width DOUBLE PRECISION, height DOUBLE PRECISION) -> POLYGON"),
    POLYGON(
            GEOMETRY,
            "what great circles between three or more vertices enclose: the side that is smaller than half the sky",
            "POLYGON(lon1 DOUBLE PRECISION, lat1 DOUBLE PRECISION, lon2 DOUBLE PRECISION, lat2 DOUBLE PRECISION, "
                    + "lon3 DOUBLE PRECISION, lat3 DOUBLE PRECISION, ...) -> POLYGON",
            "POLYGON(p1 POINT, p2 POINT, p3 POINT, ...) -> POLYGON"),
    REGION(
            GEOMETRY,
            "a geometry written in STC-S: Position, Circle, Box or Polygon, and Union, Intersection or Not of them; a column's circles",
            "REGION(stcs VARCHAR) -> GEOMETRY"),
    CONTAINS(
            GEOMETRY,
            "1 if a lies within b, border included, else 0; a is a point, circle, polygon, region or MOC, and so is b",
            "CONTAINS(a GEOMETRY, b GEOMETRY) -> INTEGER"),
    INTERSECTS(
            GEOMETRY, "1 if a and b have a point in common, else 0", "INTERSECTS(a GEOMETRY, b GEOMETRY) -> INTEGER"),
    DISTANCE(
            GEOMETRY,
            "the angle between two positions, degrees",
            "DISTANCE(p1 POINT, p2 POINT) -> DOUBLE PRECISION",
            "DISTANCE(lon1 DOUBLE PRECISION, lat1 DOUBLE PRECISION, lon2 DOUBLE PRECISION, lat2 DOUBLE PRECISION)"
                    + " -> DOUBLE PRECISION"),
    AREA(GEOMETRY, "the area of a geometry, square degrees", "AREA(a GEOMETRY) -> DOUBLE PRECISION"),
    CENTROID(
            GEOMETRY,
            "the centre of a circle, or the centre of mass of the vertices of a polygon",
            "CENTROID(a GEOMETRY) -> POINT"),
    COORD1(GEOMETRY, "the longitude of a point, degrees", "COORD1(p POINT) -> DOUBLE PRECISION"),
    COORD2(GEOMETRY, "the latitude of a point, degrees", "COORD2(p POINT) -> DOUBLE PRECISION"),
    COORDSYS(
            GEOMETRY,
            "the name of the reference frame: always ICRS; deprecated by ADQL 2.1",
            "COORDSYS(a GEOMETRY) -> VARCHAR"),

    LOWER(STRING, "s in lower case", "LOWER(s VARCHAR) -> VARCHAR"),
    UPPER(STRING, "s in upper case", "UPPER(s VARCHAR) -> VARCHAR"),
    IN_UNIT(
            UNIT,
            "x in another unit, a literal in the syntax of VOUnits; x must have a unit that converts into it",
            "IN_UNIT(x NUMERIC, unit VARCHAR) -> DOUBLE PRECISION"),
    COALESCE(CONDITIONAL, "the first argument that is not NULL", "COALESCE(a ANY, ...) -> ANY"),
    NULLIF(CONDITIONAL, "NULL if a equals b, else a", "NULLIF(a ANY, b ANY) -> ANY"),

    MOC(
            USER,
            "cells of the sky: of a MOC's text such as '3/1-3 4/7', or those of an order that a region touches; constants",
            "moc(ascii VARCHAR) -> MOC",
            "moc(mocOrder INTEGER, region GEOMETRY) -> MOC"),
    GAVO_MOCUNION(USER, "the cells of either MOC", "gavo_mocunion(moc1 MOC, moc2 MOC) -> MOC"),
    GAVO_MOCINTERSECT(USER, "the cells of both MOCs", "gavo_mocintersect(moc1 MOC, moc2 MOC) -> MOC"),
    IVO_HEALPIX_INDEX(
            USER,
            "number of the HEALPix cell (nested) that holds a position; order 0 to 29",
            "ivo_healpix_index(hpxOrder INTEGER, lon DOUBLE PRECISION, lat DOUBLE PRECISION) -> BIGINT",
            "ivo_healpix_index(hpxOrder INTEGER, p POINT) -> BIGINT"),
    IVO_HEALPIX_CENTER(
            USER,
            "centre of a HEALPix cell (nested); NULL if there is no such cell",
            "ivo_healpix_center(hpxOrder INTEGER, hpxIndex BIGINT) -> POINT"),
    IVO_HASWORD(
            USER,
            "1 if haystack holds every word of needle, upper and lower case being equal, else 0",
            "ivo_hasword(haystack VARCHAR, needle VARCHAR) -> INTEGER"),
    IVO_HASHLIST_HAS(
            USER,
            "1 if item is one of the words that hashlist joins by #, upper and lower case being equal, else 0",
            "ivo_hashlist_has(hashlist VARCHAR, item VARCHAR) -> INTEGER"),
    IVO_NOCASEMATCH(
            USER,
            "1 if value fits pattern as by ILIKE, else 0",
            "ivo_nocasematch(value VARCHAR, pattern VARCHAR) -> INTEGER"),
    IVO_STRING_AGG(
            USER,
            "all values of a group, joined by delimiter in the order of the values; NULLs are left out",
            "ivo_string_agg(expression VARCHAR, delimiter VARCHAR) -> VARCHAR"),
    IVO_HISTOGRAM(
            USER,
            "counts of a group: below lower, in each of nbins equal bins, at or above upper",
            "ivo_histogram(val DOUBLE PRECISION, lower DOUBLE PRECISION, upper DOUBLE PRECISION, nbins INTEGER)"
                    + " -> BIGINT[]"),
    IVO_INTERVAL_OVERLAPS(
            USER,
            "1 if [a1, b1] and [a2, b2] have a point in common, else 0; an interval that ends before it begins has none",
            "ivo_interval_overlaps(a1 NUMERIC, b1 NUMERIC, a2 NUMERIC, b2 NUMERIC) -> INTEGER"),
    IVO_INTERVAL_HAS(
            USER,
            "1 if val lies within an interval, ends included, else 0",
            "ivo_interval_has(val NUMERIC, iv INTERVAL) -> INTEGER"),
    IVO_EPOCH_PROP(
            USER,
            "position and motion at another epoch: ra, dec (degrees), parallax (mas), pmra, pmdec (mas/yr), radial velocity"
                    + " (km/s), by uniform motion in space; NULL parallax or velocity is taken for 0",
            "ivo_epoch_prop(ra DOUBLE PRECISION, dec DOUBLE PRECISION, parallax DOUBLE PRECISION, pmra DOUBLE PRECISION, "
                    + "pmdec DOUBLE PRECISION, radial_velocity DOUBLE PRECISION, ref_epoch DOUBLE PRECISION, "
                    + "out_epoch DOUBLE PRECISION) -> DOUBLE PRECISION[]"),
    IVO_EPOCH_PROP_POS(
            USER,
            "position at another epoch (years), as by ivo_epoch_prop",
            "ivo_epoch_prop_pos(ra DOUBLE PRECISION, dec DOUBLE PRECISION, parallax DOUBLE PRECISION, pmra DOUBLE PRECISION, "
                    + "pmdec DOUBLE PRECISION, radial_velocity DOUBLE PRECISION, ref_epoch DOUBLE PRECISION, "
                    + "out_epoch DOUBLE PRECISION) -> POINT",
            "ivo_epoch_prop_pos(ra DOUBLE PRECISION, dec DOUBLE PRECISION, pmra DOUBLE PRECISION, pmdec DOUBLE PRECISION, "
                    + "ref_epoch DOUBLE PRECISION, out_epoch DOUBLE PRECISION) -> POINT"),
    IVO_APPLY_PM(
            USER,
            "position after epdist years of a proper motion in degrees a year (pmra with cos(dec))",
            "ivo_apply_pm(ra DOUBLE PRECISION, dec DOUBLE PRECISION, pmra DOUBLE PRECISION, pmdec DOUBLE PRECISION, "
                    + "epdist DOUBLE PRECISION) -> POINT"),
    IVO_NORMAL_RANDOM(
            USER,
            "a random number of the normal distribution of mean mu and standard deviation sigma, another in every row",
            "ivo_normal_random(mu DOUBLE PRECISION, sigma DOUBLE PRECISION) -> DOUBLE PRECISION"),
    IVO_TRANSFORM(
            USER,
            "a geometry of one reference frame in another: ICRS, FK5, FK4, GALACTIC, ECLIPTIC, as literals",
            "ivo_transform(from_sys VARCHAR, to_sys VARCHAR, geo GEOMETRY) -> GEOMETRY"),
    IVO_TO_MJD(USER, "a timestamp as modified Julian date", "ivo_to_mjd(d TIMESTAMP) -> DOUBLE PRECISION"),
    IVO_TO_JD(USER, "a timestamp as Julian date", "ivo_to_jd(d TIMESTAMP) -> DOUBLE PRECISION"),
    GAVO_TO_MJD(
            USER,
            "a timestamp as modified Julian date, in its own time scale",
            "gavo_to_mjd(d TIMESTAMP) -> DOUBLE PRECISION"),
    GAVO_TO_JD(
            USER, "a timestamp as Julian date, in its own time scale", "gavo_to_jd(d TIMESTAMP) -> DOUBLE PRECISION"),
    GAVO_TRANSFORM(
            USER, "as ivo_transform", "gavo_transform(from_sys VARCHAR, to_sys VARCHAR, geo GEOMETRY) -> GEOMETRY"),
    GAVO_HISTOGRAM(
            USER,
            "as ivo_histogram",
            "gavo_histogram(val DOUBLE PRECISION, lower DOUBLE PRECISION, upper DOUBLE PRECISION, nbins INTEGER)"
                    + " -> BIGINT[]"),
    GAVO_NORMAL_RANDOM(
            USER,
            "as ivo_normal_random",
            "gavo_normal_random(mu DOUBLE PRECISION, sigma DOUBLE PRECISION) -> DOUBLE PRECISION"),
    GAVO_APPLY_PM(
            USER,
            "as ivo_apply_pm",
            "gavo_apply_pm(ra DOUBLE PRECISION, dec DOUBLE PRECISION, pmra DOUBLE PRECISION, pmdec DOUBLE PRECISION, "
                    + "epdist DOUBLE PRECISION) -> POINT"),
    GAVO_MATCH(
            USER,
            "1 if the regular expression pattern, a literal, matches anything in string, else 0",
            "gavo_match(pattern VARCHAR, string VARCHAR) -> INTEGER"),
    GAVO_SPECCONV(
            USER,
            "a wavelength, frequency or photon energy in another unit; both units are literals of VOUnits",
            "gavo_specconv(expr NUMERIC, expr_unit VARCHAR, dest_unit VARCHAR) -> DOUBLE PRECISION",
            "gavo_specconv(expr NUMERIC, dest_unit VARCHAR) -> DOUBLE PRECISION"),
    GAVO_GETAUTHORITY(USER, "the authority of an IVOA identifier", "gavo_getauthority(ivoid VARCHAR) -> VARCHAR"),
    GAVO_URLESCAPE(USER, "s as it can stand in a query of a URL (RFC 3986)", "gavo_urlescape(s VARCHAR) -> VARCHAR");

    private static final Map<String, AdqlFunction> BY_NAME = new HashMap<>();

    static {
        for (AdqlFunction function : values()) {
            BY_NAME.put(function.name(), function);
        }
    }

    private final Group group;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a list without setters of records without setters
    private final List<Signature> signatures;

    AdqlFunction(Group group, String description, String... forms) {
        this.group = group;
        this.description = description;
        signatures = Arrays.stream(forms).map(Signature::of).toList();
    }

    /** What kind of function; the features of TAPRegExt go by it. */
    public enum Group {
        MATHS,
        GEOMETRY,
        STRING,
        UNIT,
        CONDITIONAL,
        /** Of nobody's grammar, but of a catalogue: a user defined function. */
        USER
    }

    public Group group() {
        return group;
    }

    /** What it gives, half a sentence. */
    public String description() {
        return description;
    }

    /** At least one. */
    public List<Signature> signatures() {
        return signatures;
    }

    /** As it is written: {@code CONTAINS}, {@code ivo_hasword}. */
    public String written() {
        return group == Group.USER ? name().toLowerCase(Locale.ROOT) : name();
    }

    /** True if it makes one value of many rows. */
    public boolean isAggregate() {
        return this == IVO_STRING_AGG || this == IVO_HISTOGRAM || this == GAVO_HISTOGRAM;
    }

    /** The function of a name, whatever its case. */
    public static Optional<AdqlFunction> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** {@code did you mean `name`?}; null if no name is near. */
    public static @Nullable String advice(String name) {
        var known = new ArrayList<>(List.of("COUNT", "AVG", "MIN", "MAX", "SUM"));
        Arrays.stream(values()).map(AdqlFunction::written).forEach(known::add);
        return Nearest.help(name, known);
    }
}

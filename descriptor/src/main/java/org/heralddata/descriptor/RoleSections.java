package org.heralddata.descriptor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.DirectionMapping.Compass;
import org.heralddata.model.descriptor.DirectionMapping.Points;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.time.TimeScale;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitReading;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The roles that make a row a common event: time, direction, energy. For one table; after its columns. */
final class RoleSections {
    private static final Set<String> SCALES = Set.of("utc", "tai", "tt", "tdb", "gps");
    private static final Set<String> COMPASS = Set.of("north", "east", "south", "west");

    /** Each form by its main key, with all the keys it may have. */
    static final Map<String, Set<String>> TIMES = Map.of(
            "seconds", Set.of("seconds", "nanoseconds", "scale"),
            "mjd", Set.of("mjd", "scale"),
            "iso", Set.of("iso", "scale"),
            "gps", Set.of("gps", "nanoseconds"),
            "elapsed", Set.of("elapsed", "reference_mjd", "scale"));

    static final Map<String, Set<String>> DIRECTIONS = Map.of(
            "ra", Set.of("ra", "dec"),
            "l", Set.of("l", "b"),
            "zenith", Set.of("zenith", "azimuth", "azimuth_from", "azimuth_to", "points"),
            "vector", Set.of("vector", "points"));

    private static final Unit SECOND = new Unit("s");
    private static final Unit NANOSECOND = new Unit("ns");
    private static final Unit DAY = new Unit("d");
    private static final Unit DEGREE = new Unit("deg");
    private static final Unit ELECTRONVOLT = new Unit("eV");

    private final Problems problems;
    private final PublishedNames names;

    RoleSections(Problems problems, PublishedNames names) {
        this.problems = problems;
        this.names = names;
    }

    /** Null if absent or told. */
    @Nullable
    TimeMapping time(@Nullable MappingNode node) {
        Section section = node == null ? null : Section.of(node, "`time`", allKeys(TIMES), problems);
        String form = section == null ? null : form(section, "time", TIMES);
        if (section == null || form == null) {
            return null;
        }
        TimeScale scale = section.choice("scale", SCALES, word -> TimeScale.valueOf(word.toUpperCase(Locale.ROOT)));
        TimeScale orUtc = scale == null ? TimeScale.UTC : scale;
        String main = switch (form) {
            case "mjd" -> column(section, form, "a time", DAY, false);
            case "iso" -> column(section, form, "a time", Unit.NONE, false);
            default -> column(section, form, "a time", SECOND, false);
        };
        String nanoseconds = section.value("nanoseconds") == null
                ? null
                : column(section, "nanoseconds", "nanoseconds", NANOSECOND, false);
        if (main == null) {
            return null;
        }
        return switch (form) {
            case "seconds" -> new TimeMapping.Seconds(main, nanoseconds, orUtc);
            case "mjd" -> new TimeMapping.Mjd(main, orUtc);
            case "iso" -> new TimeMapping.Iso(main, orUtc);
            case "gps" -> new TimeMapping.Gps(main, nanoseconds);
            default -> new TimeMapping.Elapsed(main, reference(section.text("reference_mjd")), scale);
        };
    }

    private @Nullable Double reference(@Nullable Text text) {
        return text == null ? null : new Values(problems).number(text);
    }

    /** Null if absent or told. */
    @Nullable
    DirectionMapping direction(@Nullable MappingNode node, boolean hasTime, boolean hasSite) {
        Section section = node == null ? null : Section.of(node, "`direction`", allKeys(DIRECTIONS), problems);
        String form = section == null ? null : form(section, "direction", DIRECTIONS);
        if (section == null || form == null) {
            return null;
        }
        return switch (form) {
            case "ra" ->
                angles(section, "ra", "dec") instanceof Pair(var ra, var dec)
                        ? new DirectionMapping.Equatorial(ra, dec)
                        : null;
            case "l" ->
                angles(section, "l", "b") instanceof Pair(var l, var b) ? new DirectionMapping.Galactic(l, b) : null;
            case "zenith" -> {
                needs(section, hasTime, hasSite);
                yield horizontal(section);
            }
            default -> {
                needs(section, hasTime, hasSite);
                yield vector(section);
            }
        };
    }

    private @Nullable DirectionMapping horizontal(Section section) {
        Pair angles = angles(section, "zenith", "azimuth");
        Compass from = compass(section, "azimuth_from");
        Compass to = compass(section, "azimuth_to");
        Points points = points(section);
        if (angles == null || from == null || to == null) {
            return null;
        }
        if (isNorthSouth(from) == isNorthSouth(to)) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    section.keyNode("azimuth_to"),
                    "azimuth cannot run from %s to %s in a quarter turn".formatted(word(from), word(to)),
                    null,
                    "`azimuth_to` is where azimuth is 90 degrees: north to east runs with the clock seen from above");
            return null;
        }
        return new DirectionMapping.Horizontal(angles.first, angles.second, from, to, points);
    }

    private @Nullable DirectionMapping vector(Section section) {
        List<Text> parts = section.texts("vector");
        if (parts.size() != 3) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    section.keyNode("vector"),
                    "a vector has three columns: to the east, to the north, up",
                    null,
                    "such as `vector: [dir_x, dir_y, dir_z]`");
            return null;
        }
        parts.forEach(part -> names.require(part, "`vector`"));
        return new DirectionMapping.LocalVector(
                parts.get(0).value(), parts.get(1).value(), parts.get(2).value(), points(section));
    }

    private void needs(Section section, boolean hasTime, boolean hasSite) {
        if (!hasTime || !hasSite) {
            String missing = hasTime ? "the collection's `site`" : hasSite ? "the table's `time`" : "`site` and `time`";
            problems.error(
                    DescriptorCode.ROLE_NEEDS,
                    section.place(),
                    "a local direction becomes a position on the sky only with %s".formatted(missing),
                    null,
                    "give %s, or leave `direction` out and keep the angles as columns".formatted(missing));
        }
    }

    /** Null if absent or told. */
    @Nullable
    EnergyMapping energy(@Nullable MappingNode node) {
        if (node == null) {
            return null;
        }
        Section section = Section.of(node, "`energy`", Set.of("column", "scale", "unit"), problems);
        EnergyScale asked = section.choice(
                "scale", Set.of("linear", "log10"), w -> EnergyScale.valueOf(w.toUpperCase(Locale.ROOT)));
        EnergyScale scale = asked == null ? EnergyScale.LINEAR : asked;
        Text column = section.requiredText("column");
        Text unit = section.requiredText("unit");
        if (column == null || unit == null) {
            return null;
        }
        Unit published = names.require(column, "`energy`");
        Unit energy = Unit.parse(unit.value()) instanceof UnitReading.Valid valid ? valid.unit() : null;
        if (energy == null || !energy.isCommensurable(ELECTRONVOLT)) {
            problems.error(
                    DescriptorCode.ROLE_UNIT,
                    unit.node(),
                    "`%s` is not a unit of energy".formatted(unit.value()),
                    null,
                    "such as `eV` or `GeV`, also where the column holds logarithms");
            return null;
        }
        Unit expected = scale == EnergyScale.LOG10 ? new Unit("log(" + energy + ")") : energy;
        if (published != null && !published.equals(expected) && !published.equals(Unit.NONE)) {
            problems.error(
                    DescriptorCode.ROLE_UNIT,
                    column.node(),
                    "the energy's column is in `%s`, not `%s`".formatted(published, expected),
                    null,
                    published.isLogarithmic() && scale == EnergyScale.LINEAR ? "write `scale: log10`" : null);
        }
        return new EnergyMapping(column.value(), scale, energy);
    }

    private record Pair(String first, String second) {}

    private @Nullable Pair angles(Section section, String first, String second) {
        String one = column(section, first, "an angle", DEGREE, true);
        String two = column(section, second, "an angle", DEGREE, true);
        return one == null || two == null ? null : new Pair(one, two);
    }

    /** A column with its unit checked: any that converts, or just the one. Null if told. */
    private @Nullable String column(Section section, String key, String what, Unit unit, boolean convertible) {
        Text name = section.requiredText(key);
        if (name == null) {
            return null;
        }
        Unit published = names.require(name, "`%s`".formatted(key));
        if (published != null && !fits(published, unit, convertible)) {
            problems.error(
                    DescriptorCode.ROLE_UNIT,
                    name.node(),
                    published.equals(Unit.NONE)
                            ? "the column `%s` has no unit, but is %s".formatted(name.value(), what)
                            : "the column `%s` is in `%s`, but is %s".formatted(name.value(), published, what),
                    null,
                    unit.equals(Unit.NONE) ? "a text has no unit" : "publish it in `%s`".formatted(unit));
        }
        return name.value();
    }

    private static boolean fits(Unit published, Unit unit, boolean convertible) {
        return convertible ? published.isCommensurable(unit) : published.equals(unit) || published.equals(Unit.NONE);
    }

    /** The one form whose main key is given, if its other keys fit; null if told. */
    private @Nullable String form(Section section, String role, Map<String, Set<String>> forms) {
        var given = new LinkedHashSet<>(section.keys());
        given.retainAll(forms.keySet());
        String form = given.size() == 1 ? given.iterator().next() : null;
        if (form != null && forms.getOrDefault(form, Set.of()).containsAll(section.keys())) {
            return form;
        }
        Node place = section.place();
        String message = form == null
                ? "`%s` takes one form%s".formatted(role, given.isEmpty() ? "" : ", not " + String.join(" and ", given))
                : "`%s` by `%s` has other keys than these".formatted(role, form);
        String help = form == null
                ? "give one of " + String.join(", ", new TreeSet<>(forms.keySet()))
                : "it may have " + String.join(", ", new TreeSet<>(forms.getOrDefault(form, Set.of())));
        problems.error(DescriptorCode.ROLE_FORM, place, message, null, help);
        return null;
    }

    private @Nullable Compass compass(Section section, String key) {
        return section.require(key)
                ? section.choice(key, COMPASS, word -> Compass.valueOf(word.toUpperCase(Locale.ROOT)))
                : null;
    }

    private static Points points(Section section) {
        Points points =
                section.choice("points", Set.of("origin", "travel"), w -> Points.valueOf(w.toUpperCase(Locale.ROOT)));
        return points == null ? Points.ORIGIN : points;
    }

    private static boolean isNorthSouth(Compass compass) {
        return compass == Compass.NORTH || compass == Compass.SOUTH;
    }

    private static String word(Compass compass) {
        return compass.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> allKeys(Map<String, Set<String>> forms) {
        var keys = new TreeSet<String>();
        forms.values().forEach(keys::addAll);
        return keys;
    }
}

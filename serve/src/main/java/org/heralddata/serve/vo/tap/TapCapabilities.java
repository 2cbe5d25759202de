package org.heralddata.serve.vo.tap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.jobs.JobLimits;
import org.heralddata.query.adql.DescribedTable;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** What the service can do: TAPRegExt 1.0, section 2, and ADQL 2.1, section 4, for the names of features. */
final class TapCapabilities {
    private static final String FEATURES = "ivo://ivoa.net/std/TAPRegExt#features-";

    private final TapFormats formats;
    private final TapSettings settings;
    private final JobLimits limits;

    TapCapabilities(TapFormats formats, TapSettings settings, JobLimits limits) {
        this.formats = formats;
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Elements {@code capability}, with prefixes {@code tr}, {@code vs}, {@code vr} and {@code xsi} declared around them.
     *
     * @param base   address of the service without the last slash
     * @param tables that there are, for the data models that they follow
     */
    List<Consumer<Xml>> elements(String base, List<DescribedTable> tables) {
        List<Consumer<Xml>> all = new ArrayList<>();
        all.add(xml -> xml.element(
                "capability",
                tap -> tap(tap, base, tables),
                "standardID",
                "ivo://ivoa.net/std/TAP",
                "xsi:type",
                "tr:TableAccess"));
        all.add(plain("ivo://ivoa.net/std/VOSI#capabilities", base + "/capabilities"));
        all.add(plain("ivo://ivoa.net/std/VOSI#availability", base + "/availability"));
        all.add(plain("ivo://ivoa.net/std/VOSI#tables-1.1", base + "/tables"));
        all.add(plain("ivo://ivoa.net/std/DALI#examples", base + "/examples"));
        return all;
    }

    private static Consumer<Xml> plain(String standard, String url) {
        boolean page = standard.endsWith("#examples");
        return xml -> xml.element(
                "capability",
                capability -> capability.element(
                        "interface",
                        one -> one.text("accessURL", url, "use", "full"),
                        "xsi:type",
                        page ? "vr:WebBrowser" : "vs:ParamHTTP",
                        "role",
                        page ? null : "std"),
                "standardID",
                standard);
    }

    private void tap(Xml xml, String base, List<DescribedTable> tables) {
        xml.element(
                "interface",
                one -> one.text("accessURL", base, "use", "base"),
                "xsi:type",
                "vs:ParamHTTP",
                "role",
                "std",
                "version",
                "1.1");
        if (has(tables, "ivoa", "obscore")) {
            xml.text("dataModel", "ObsCore 1.1", "ivo-id", "ivo://ivoa.net/std/ObsCore#core-1.1");
        }
        xml.element("language", this::language);
        for (TapFormats.Offer offer : formats.offers()) {
            xml.element(
                    "outputFormat",
                    format -> {
                        format.text("mime", offer.format().mediaType());
                        offer.aliases().forEach(alias -> format.text("alias", alias));
                    },
                    "ivo-id",
                    offer.ivoId());
        }
        for (String method : List.of("inline", "http", "https")) {
            xml.empty("uploadMethod", "ivo-id", "ivo://ivoa.net/std/TAPRegExt#upload-" + method);
        }
        xml.element(
                "retentionPeriod",
                l -> limit(l, limits.kept().toSeconds(), limits.maxKept().toSeconds(), null));
        xml.element(
                "executionDuration",
                l -> limit(
                        l, limits.duration().toSeconds(), limits.maxDuration().toSeconds(), null));
        xml.element("outputLimit", l -> limit(l, settings.defaultRows(), settings.maxRows(), "row"));
        xml.element("uploadLimit", l -> limit(l, settings.uploadBytes(), settings.uploadBytes(), "byte"));
    }

    private static boolean has(List<DescribedTable> tables, String schema, String name) {
        return tables.stream()
                .anyMatch(t -> t.table().schema().equalsIgnoreCase(schema)
                        && t.table().name().equalsIgnoreCase(name));
    }

    private static void limit(Xml xml, long usual, long most, @Nullable String unit) {
        xml.text("default", Long.toString(usual), "unit", unit);
        xml.text("hard", Long.toString(most), "unit", unit);
    }

    private void language(Xml xml) {
        xml.text("name", "ADQL");
        xml.text("version", "2.1", "ivo-id", "ivo://ivoa.net/std/ADQL#v2.1");
        xml.text("version", "2.0", "ivo-id", "ivo://ivoa.net/std/ADQL#v2.0");
        xml.text("description", "ADQL 2.1 with all its optional features; 2.0 is a part of it");
        Map<AdqlFunction.Group, List<AdqlFunction>> groups = new EnumMap<>(AdqlFunction.Group.class);
        for (AdqlFunction function : AdqlFunction.values()) {
            groups.computeIfAbsent(function.group(), _ -> new ArrayList<>()).add(function);
        }
        List<Named> udfs = groups.getOrDefault(AdqlFunction.Group.USER, List.of()).stream()
                .flatMap(f -> f.signatures().stream().map(s -> new Named(s.form(), f.description())))
                .toList();
        features(xml, "udf", udfs);
        features(xml, "adqlgeo", names(groups, AdqlFunction.Group.GEOMETRY));
        features(xml, "adql-string", with(names(groups, AdqlFunction.Group.STRING), "ILIKE"));
        features(xml, "adql-unit", names(groups, AdqlFunction.Group.UNIT));
        features(xml, "adql-conditional", names(groups, AdqlFunction.Group.CONDITIONAL));
        features(xml, "adql-type", with(List.of(), "CAST"));
        features(xml, "adql-sets", with(List.of(), "UNION", "EXCEPT", "INTERSECT"));
        features(xml, "adql-common-table", with(List.of(), "WITH"));
        features(xml, "adql-offset", with(List.of(), "OFFSET"));
    }

    private record Named(String form, @Nullable String description) {}

    private static List<Named> names(Map<AdqlFunction.Group, List<AdqlFunction>> groups, AdqlFunction.Group group) {
        return groups.getOrDefault(group, List.of()).stream()
                .map(f -> new Named(f.written(), null))
                .toList();
    }

    private static List<Named> with(List<Named> named, String... more) {
        List<Named> all = new ArrayList<>(named);
        for (String name : more) {
            all.add(new Named(name, null));
        }
        return all;
    }

    private static void features(Xml xml, String type, List<Named> all) {
        if (!all.isEmpty()) {
            xml.element(
                    "languageFeatures",
                    list -> all.forEach(named -> list.element("feature", one -> {
                        one.text("form", named.form());
                        one.text("description", named.description());
                    })),
                    "type",
                    FEATURES + type);
        }
    }
}

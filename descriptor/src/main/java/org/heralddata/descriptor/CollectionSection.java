package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.QueryExample;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.sky.Site;
import org.heralddata.spi.Extractors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The descriptor as a whole: what the collection is, then its tables. */
final class CollectionSection {
    static final Set<String> KEYS = Set.of(
            "herald",
            "id",
            "title",
            "description",
            "messenger",
            "facility",
            "instrument",
            "site",
            "creators",
            "licence",
            "cite",
            "homepage",
            "download",
            "keywords",
            "examples",
            "access",
            "tables",
            "files");

    private final Problems problems;
    private final Set<String> formats;

    CollectionSection(Problems problems, Set<String> formats) {
        this.problems = problems;
        this.formats = formats;
    }

    /** Null only if something was told. */
    @Nullable
    CollectionDescriptor read(MappingNode root, String text) {
        Section top = Section.of(root, "a descriptor", KEYS, problems);
        checkVersion(top);
        var values = new Values(problems);
        Text id = top.requiredText("id");
        Text title = top.requiredText("title");
        Text description = top.requiredText("description");
        Text messenger = top.requiredText("messenger");
        boolean idGood = id != null
                && values.name(
                        id, CollectionId.FORM, "lower-case letters, digits and hyphens, beginning with a letter");
        String messengerTerm = messenger == null ? null : Messengers.check(messenger, problems);
        Site site = site(top, values);
        List<Creator> creators = creators(top, values);
        Licence licence = licence(top, values);
        String cite = values.citation(top.text("cite"));
        String homepage = values.webAddress(top.text("homepage"));
        List<String> keywords = top.texts("keywords").stream().map(Text::value).toList();
        List<QueryExample> examples = new ExamplesSection(problems).read(top);
        Access access = new AccessSection(problems).read(top);
        List<TableDescriptor> tables = tables(top, site != null || top.value("site") != null);
        MappingNode catalogued = top.mapping("files");
        FilesDescriptor files = catalogued == null
                ? null
                : new FilesSection(problems, formats, Extractors.installed()).read(catalogued);
        if (problems.hasErrors()
                || id == null
                || !idGood
                || title == null
                || description == null
                || messengerTerm == null
                || licence == null) {
            return null;
        }
        var about = new CollectionDescription(
                new CollectionId(id.value()),
                title.value().strip(),
                description.value().strip(),
                messengerTerm,
                top.wordsOrNull("facility"),
                top.wordsOrNull("instrument"),
                site,
                creators,
                licence,
                cite,
                homepage,
                top.wordsOrNull("download"),
                keywords,
                examples,
                access);
        return new CollectionDescriptor(about, tables, files, text);
    }

    private void checkVersion(Section top) {
        Text version = top.requiredText("herald");
        if (version != null && !version.value().equals("1")) {
            problems.error(
                    DescriptorCode.VERSION,
                    version.node(),
                    "this program reads descriptors of version 1, not `%s`".formatted(version.value()),
                    null,
                    "write `herald: 1`");
        }
    }

    private @Nullable Site site(Section top, Values values) {
        MappingNode node = top.mapping("site");
        if (node == null) {
            return null;
        }
        Section section = Section.of(node, "a site", Set.of("latitude", "longitude", "height"), problems);
        Double latitude = values.quantity(section.requiredText("latitude"), "deg", -90, 90);
        Double longitude = values.quantity(section.requiredText("longitude"), "deg", -180, 360);
        Double height = values.quantity(section.requiredText("height"), "m", -12_000, 100_000);
        return latitude == null || longitude == null || height == null ? null : new Site(latitude, longitude, height);
    }

    private List<Creator> creators(Section top, Values values) {
        var creators = new ArrayList<Creator>();
        if (!top.require("creators")) {
            return creators;
        }
        for (Node item : top.list("creators")) {
            if (item instanceof ScalarNode name) {
                creators.add(new Creator(name.getValue().strip(), null, null));
                continue;
            }
            MappingNode node = top.mapping(item, "a creator");
            if (node != null) {
                Section section = Section.of(node, "a creator", Set.of("name", "orcid", "affiliation"), problems);
                Text name = section.requiredText("name");
                String orcid = values.orcid(section.text("orcid"));
                if (name != null) {
                    creators.add(new Creator(name.value().strip(), orcid, section.wordsOrNull("affiliation")));
                }
            }
        }
        return creators;
    }

    private @Nullable Licence licence(Section top, Values values) {
        if (!top.require("licence")) {
            return null;
        }
        if (top.value("licence") instanceof MappingNode node) {
            Section section = Section.of(node, "a licence", Set.of("name", "url"), problems);
            Text name = section.requiredText("name");
            String url = values.webAddress(section.text("url"));
            return name == null ? null : new Licence(name.value().strip(), url);
        }
        Text id = top.text("licence");
        return id == null ? null : SpdxLicences.check(id, problems);
    }

    private List<TableDescriptor> tables(Section top, boolean hasSite) {
        var tables = new ArrayList<TableDescriptor>();
        MappingNode node = top.value("files") == null ? top.requiredMapping("tables") : top.mapping("tables");
        if (node == null) {
            return tables;
        }
        Section named = Section.named(node, "`tables`", problems);
        if (named.keys().isEmpty()) {
            problems.error(DescriptorCode.NOTHING_TO_PUBLISH, node, "a collection needs a table", null, null);
        }
        Map<String, MappingNode> sections = new LinkedHashMap<>();
        for (String name : named.keys()) {
            if (name.equals("files")) {
                problems.error(
                        DescriptorCode.RESERVED_NAME,
                        named.keyNode(name),
                        "a table cannot be named `files`",
                        "reserved",
                        "the page of that name shows the collection's files; take another name");
            }
            MappingNode table = named.mapping(name);
            if (table == null && named.value(name) == null) {
                named.require(name);
            } else if (table != null) {
                sections.put(name, table);
            }
        }
        sections.forEach((name, table) -> {
            var read = new TableSection(problems, formats, hasSite).read(name, named.keyNode(name), table);
            if (read != null) {
                tables.add(read);
            }
        });
        return tables;
    }
}

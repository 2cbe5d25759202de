package org.heralddata.serve.vo.oai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.DataService;
import org.heralddata.query.files.FileService;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.serve.fair.Archive;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.node.Ivoid;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.vo.registry.CapabilitySource;
import org.heralddata.serve.vo.registry.CollectionRecord;
import org.heralddata.serve.vo.registry.CoverageSource;
import org.heralddata.serve.vo.registry.FileCapabilities;
import org.heralddata.serve.vo.registry.NodeRecords;
import org.heralddata.serve.vo.registry.ServiceSource;
import org.heralddata.serve.xml.Xml;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that can be harvested, oldest change first. */
@Component
class Items {
    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::datestamp).thenComparing(Item::identifier);

    private final DataService data;
    private final FileService files;
    private final Node node;
    private final List<CapabilitySource> capabilities;
    private final List<ServiceSource> services;
    private final Optional<CoverageSource> coverage;

    Items(
            DataService data,
            FileService files,
            Node node,
            ObjectProvider<CapabilitySource> capabilities,
            ObjectProvider<ServiceSource> services,
            ObjectProvider<CoverageSource> coverage) {
        this.data = data;
        this.files = files;
        this.node = node;
        this.capabilities = capabilities.orderedStream().toList();
        this.services = services.orderedStream().toList();
        this.coverage = Optional.ofNullable(coverage.getIfAvailable());
    }

    /** @param site address of the server without the last slash */
    List<Item> all(String site) {
        Stream<Item> collections = data.published().stream().flatMap(c -> collection(c, site));
        Stream<Item> archives = files.published().stream().map(f -> archive(f, site));
        return Stream.of(ofNode(site), collections, archives)
                .flatMap(some -> some)
                .sorted(ORDER)
                .toList();
    }

    private Stream<Item> ofNode(String site) {
        var records = new NodeRecords(node, site);
        List<Item> items = new ArrayList<>(List.of(
                ofNode(Ivoid.authority(node), "Authority " + node.authority(), records::authority),
                ofNode(Ivoid.organisation(node), node.organisation().name(), records::organisation),
                ofNode(Ivoid.registry(node), "Publishing registry", records::registry)));
        services.forEach(
                s -> items.add(ofNode(Ivoid.service(node, s.key()), s.title(), xml -> records.service(xml, s))));
        return items.stream();
    }

    private Item ofNode(String identifier, String title, Consumer<Xml> record) {
        return new Item(
                identifier,
                node.since(),
                Set.of(Sets.MANAGED),
                false,
                Map.of(
                        MetadataPrefix.IVO_VOR,
                        record,
                        MetadataPrefix.OAI_DC,
                        xml -> DublinCore.write(xml, identifier, title, node)));
    }

    private Stream<Item> collection(PublishedCollection collection, String site) {
        PublishedRelease shown =
                collection.current().orElseGet(() -> collection.releases().getFirst());
        var whole = new Dataset(collection, shown, true, node, site, data.exportFormats());
        String id = Ivoid.collection(node, collection.id());
        Set<String> sets = sets(whole);
        Instant changed = changed(collection);
        var forms = new TreeMap<MetadataPrefix, Consumer<Xml>>();
        forms.put(MetadataPrefix.IVO_VOR, xml -> vor(xml, whole, changed));
        forms.put(MetadataPrefix.OAI_DC, xml -> DublinCore.write(xml, whole));
        forms.put(MetadataPrefix.OAI_DATACITE, xml -> OaiDataCite.write(xml, whole));
        var managed = new HashSet<>(sets);
        managed.add(Sets.MANAGED);
        Item itself = new Item(id, changed, managed, collection.current().isEmpty(), forms);
        return Stream.concat(Stream.of(itself), collection.releases().stream().map(r -> release(whole.of(r), sets)));
    }

    /** A collection of files alone. */
    private Item archive(PublishedFiles published, String site) {
        boolean gone = published.state().withdrawal() != null;
        FileCollection collection = published.files();
        Archive held = gone ? Archive.CLOSED : Archive.of(files, collection);
        var dataset = Dataset.of(published, held, node, site, data.exportFormats());
        Instant changed = newest(Stream.of(
                node.since(),
                collection.scanned(),
                Optional.ofNullable(published.state().changed()).orElse(Instant.EPOCH)));
        var sets = new HashSet<>(sets(dataset));
        sets.add(Sets.MANAGED);
        return new Item(
                Ivoid.collection(node, collection.about().id()),
                changed,
                sets,
                gone,
                Map.of(
                        MetadataPrefix.IVO_VOR,
                        xml -> CollectionRecord.write(
                                xml,
                                dataset,
                                changed,
                                FileCapabilities.of(collection.about(), held.summary() != null, site),
                                coverage.flatMap(c -> c.spatial(collection))),
                        MetadataPrefix.OAI_DC,
                        xml -> DublinCore.write(xml, dataset),
                        MetadataPrefix.OAI_DATACITE,
                        xml -> OaiDataCite.write(xml, dataset)));
    }

    /** Releases are for those who cite, not for the registries of the Virtual Observatory. */
    private Item release(Dataset dataset, Set<String> sets) {
        Instant changed = newest(Stream.of(
                node.since(),
                dataset.release().created(),
                Optional.ofNullable(dataset.published().state().changed()).orElse(Instant.EPOCH),
                Optional.ofNullable(dataset.collection().state().changed()).orElse(Instant.EPOCH)));
        return new Item(
                Ivoid.release(node, dataset.about().id(), dataset.version()),
                changed,
                sets,
                dataset.collection().withdrawal(dataset.published()) != null,
                Map.of(
                        MetadataPrefix.OAI_DC,
                        xml -> DublinCore.write(xml, dataset),
                        MetadataPrefix.OAI_DATACITE,
                        xml -> OaiDataCite.write(xml, dataset)));
    }

    private void vor(Xml xml, Dataset dataset, Instant changed) {
        Release release = dataset.release();
        List<Consumer<Xml>> all = capabilities.stream()
                .flatMap(s -> s.ofCollection(release, dataset.site()).stream())
                .toList();
        CollectionRecord.write(xml, dataset, changed, all, coverage.flatMap(c -> c.spatial(release)));
    }

    private Instant changed(PublishedCollection collection) {
        Stream<Instant> releases = collection.releases().stream()
                .flatMap(r -> Stream.of(
                        r.release().created(),
                        Optional.ofNullable(r.state().changed()).orElse(Instant.EPOCH)));
        Stream<Instant> own = Stream.of(
                node.since(), Optional.ofNullable(collection.state().changed()).orElse(Instant.EPOCH));
        return newest(Stream.concat(releases, own));
    }

    private static Instant newest(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static Set<String> sets(Dataset dataset) {
        return Set.of(
                Sets.messenger(dataset.about().messenger()),
                Sets.collection(dataset.about().id()));
    }

    /** Names by spec. */
    SequencedMap<String, String> sets(List<Item> items) {
        var specs = new TreeMap<String, String>();
        items.forEach(item -> item.sets().forEach(spec -> specs.put(spec, Sets.name(spec))));
        var all = new LinkedHashMap<String, String>();
        Sets.TOP.forEach(all::put);
        all.putAll(specs);
        return all;
    }
}

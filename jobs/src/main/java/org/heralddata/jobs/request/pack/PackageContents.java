package org.heralddata.jobs.request.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.spi.TableWriter;

/**
 * What the files about a package tell of.
 *
 * @param files what was written so far
 */
record PackageContents(
        FrozenRequest request,
        Job job,
        DataService data,
        Publisher publisher,
        TableWriter writer,
        List<PackedFile> files) {

    PackageContents {
        files = List.copyOf(files);
    }

    PackageContents with(List<PackedFile> written) {
        return new PackageContents(request, job, data, publisher, writer, written);
    }

    /** The files of data. */
    List<PackedFile> tables() {
        return files.stream().filter(f -> f.table() != null).toList();
    }

    /** The releases that the data are of, each once. */
    List<Release> releases() {
        DataRequest meant = request.request();
        return Stream.concat(
                        meant.parts().stream().map(RequestPart::ref).map(data::release),
                        meant.events().stream().flatMap(part -> data.eventReleases(part.rows()).stream()))
                .distinct()
                .toList();
    }

    /** Of all rows: SHA-256 of the tables' {@link Fingerprint}s, as hexadecimal digits, in order. */
    String fingerprint() {
        MessageDigest all = Sha256.digest();
        tables().forEach(file ->
                all.update(Objects.requireNonNull(file.table()).fingerprint().getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(all.digest());
    }

    /** Where the request can be seen and run again. */
    String address() {
        return publisher.url() + "/api/v1/requests/" + request.identifier();
    }

    /** Where a release is described. */
    String address(Release release) {
        return "%s/collections/%s/releases/%s"
                .formatted(publisher.url(), release.collection().id(), release.name());
    }
}

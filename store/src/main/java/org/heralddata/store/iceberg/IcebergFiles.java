package org.heralddata.store.iceberg;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;

/** What of a table's metadata is in use, and what a killed release left behind. */
final class IcebergFiles {

    private IcebergFiles() {}

    /** Forgets tags that are no release, and snapshots without a tag; the current snapshot becomes the newest release's. */
    static void forgetAllBut(Table table, Set<String> releases, String newest) {
        Set<String> strangers = table.refs().entrySet().stream()
                .filter(ref -> ref.getValue().isTag() && !releases.contains(ref.getKey()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
        SnapshotRef wanted = table.refs().get(newest);
        if (wanted != null
                && (table.currentSnapshot() == null || table.currentSnapshot().snapshotId() != wanted.snapshotId())) {
            table.manageSnapshots().setCurrentSnapshot(wanted.snapshotId()).commit();
        }
        strangers.forEach(tag -> table.manageSnapshots().removeTag(tag).commit());
        table.refresh();
        Set<Long> kept =
                table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
        for (Snapshot snapshot : table.snapshots()) {
            if (!kept.contains(snapshot.snapshotId())) {
                table.expireSnapshots()
                        .expireSnapshotId(snapshot.snapshotId())
                        .cleanupLevel(ExpireSnapshots.CleanupLevel.NONE)
                        .commit();
            }
        }
        table.refresh();
    }

    /** Present places of metadata files, manifest lists and manifests. */
    static Set<Path> metadata(Table table, LocalFileIO io) {
        TableMetadata metadata = ((HasTableOperations) table).operations().current();
        Set<String> locations = new HashSet<>();
        locations.add(metadata.metadataFileLocation());
        metadata.previousFiles().forEach(file -> locations.add(file.file()));
        for (Snapshot snapshot : table.snapshots()) {
            locations.add(snapshot.manifestListLocation());
            snapshot.allManifests(io).stream().map(ManifestFile::path).forEach(locations::add);
        }
        return locations.stream().map(io::path).collect(Collectors.toSet());
    }
}

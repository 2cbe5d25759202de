package org.heralddata.query.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/**
 * The room on the disk that a copy takes, and that there is for it.
 *
 * @param bytes   of the copy, about
 * @param sorting bytes more while its rows are being sorted, about
 * @param there   bytes that copies may still take; below 0 if the disk is fuller than the settings want it
 */
record CopyRoom(long bytes, long sorting, long there) {

    /** As measured: half again as much as the files, and while 100 million rows were sorted 1.75 times that. */
    static CopyRoom of(CopyFile file, CopySettings settings) throws IOException {
        long files =
                file.source().scan().files().stream().mapToLong(f -> f.bytes()).sum();
        long bytes = files + files / 2;
        FileStore disk = Files.getFileStore(settings.folder());
        long there = disk.getUsableSpace() - (long) (settings.freeShare() * disk.getTotalSpace());
        return new CopyRoom(bytes, file.bySky() ? 2 * bytes : 0, there);
    }

    boolean isEnough() {
        return bytes + sorting <= there;
    }

    /** What sorting may take at most, in MB; more ends the making. */
    long mostSortingMb() {
        return Math.max(there - bytes, 0) >> 20;
    }

    /** What is missing, for the log and for operators. */
    @Override
    public String toString() {
        return "%d MB are needed while it is made, %d MB after; the disk has %d MB for copies (`engine.free_percent` of it stay free)"
                .formatted((bytes + sorting) >> 20, bytes >> 20, Math.max(there, 0) >> 20);
    }
}

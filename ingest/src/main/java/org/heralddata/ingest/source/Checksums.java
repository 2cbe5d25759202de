package org.heralddata.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;

/** Checksums of files, taken by a thread of its own while others read the files. Closing ends it. */
public final class Checksums implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Map<Path, FutureTask<FileState>> states = new LinkedHashMap<>();
    private final Thread worker;

    /**
     * A file as it was found.
     *
     * @param sha256 64 hexadecimal digits, lower case
     */
    public record FileState(long bytes, Instant modified, String sha256) {}

    /** Starts with the first file. */
    public Checksums(List<DataPath> files) {
        for (DataPath file : files) {
            states.computeIfAbsent(file.path(), path -> new FutureTask<>(() -> read(path)));
        }
        List<FutureTask<FileState>> tasks = List.copyOf(states.values());
        worker = Thread.ofPlatform().name("herald-checksums").daemon().start(() -> tasks.forEach(FutureTask::run));
    }

    /**
     * The state of one of the files; waits for it.
     *
     * @throws Refusal if the file changed since it was first looked at
     */
    public FileState state(DataPath file) throws IOException, InterruptedException {
        FutureTask<FileState> task = states.get(file.path());
        if (task == null) {
            throw new IllegalArgumentException("not one of the files: " + file.path());
        }
        try {
            FileState state = task.get();
            BasicFileAttributes now = attributes(file.path());
            if (now.size() != state.bytes || !now.lastModifiedTime().toInstant().equals(state.modified)) {
                throw new Refusal(Diagnostic.error(
                                IngestCode.CHANGED,
                                "the file changed while it was read",
                                new Location.InFile(file.relative(), null, -1))
                        .helped("ingest again when nothing writes to it any more"));
            }
            return state;
        } catch (ExecutionException failed) {
            throw new IOException("%s: %s".formatted(file.relative(), failed.getMessage()), failed);
        }
    }

    @Override
    public void close() {
        states.values().forEach(task -> task.cancel(true));
        worker.interrupt();
    }

    /** Reads all of a file. */
    public static FileState read(Path path) throws IOException {
        BasicFileAttributes before = attributes(path);
        MessageDigest digest = sha256();
        long bytes = 0;
        var buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new FileState(
                bytes, before.lastModifiedTime().toInstant(), HexFormat.of().formatHex(digest.digest()));
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

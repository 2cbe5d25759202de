package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heralddata.jobs.net.PinnedHttp;
import org.heralddata.jobs.net.Servers;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Fetches tables from their addresses, for strangers: never from this machine or its own network (unless a setting allows it), never more
 * than is granted, never for longer. Redirections are followed, each checked as the first address.
 */
final class UploadFetcher {
    private static final int REDIRECTIONS = 4;

    private final TapSettings settings;
    private final Servers servers;

    UploadFetcher(TapSettings settings) {
        this(settings, Servers.usual(settings.privateUploads()));
    }

    UploadFetcher(TapSettings settings, Servers servers) {
        this.settings = settings;
        this.servers = servers;
    }

    /** Into a file; refuses what may not or cannot be fetched. {@link UploadEnding} of what was. */
    String fetch(URI address, Path file) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> fetched = threads.submit(() -> follow(address, file));
            try {
                return fetched.get(settings.uploadTime().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                fetched.cancel(true);
                throw failed(
                        address,
                        "it took longer than %d s"
                                .formatted(settings.uploadTime().toSeconds()));
            } catch (InterruptedException aborted) {
                fetched.cancel(true);
                throw aborted;
            } catch (ExecutionException broken) {
                if (broken.getCause() instanceof Refusal refusal) {
                    throw refusal;
                }
                Throwable cause = broken.getCause() == null ? broken : broken.getCause();
                throw failed(address, String.valueOf(cause.getMessage()));
            }
        }
    }

    private String follow(URI first, Path file) throws IOException, InterruptedException {
        URI address = first;
        for (int step = 0; step <= REDIRECTIONS; step++) {
            try (PinnedHttp answer = PinnedHttp.get(address, checked(address), settings.uploadTime())) {
                if (answer.status() == 200) {
                    copy(answer.body(), file, settings.uploadBytes());
                    if (Files.size(file) == 0) {
                        throw failed(first, "the server's answer is empty");
                    }
                    return UploadEnding.of(address, answer.headers().get("content-type"));
                }
                String next = answer.headers().get("location");
                if (answer.status() < 300 || answer.status() > 399 || next == null) {
                    throw failed(first, "the server answers with status %d".formatted(answer.status()));
                }
                address = address.resolve(next);
            } catch (IllegalArgumentException unreadable) {
                throw failed(first, "it is redirected to what is no address");
            }
        }
        throw failed(first, "it is redirected more than %d times".formatted(REDIRECTIONS));
    }

    private InetAddress checked(URI address) throws UnknownHostException {
        if (!Servers.isNamed(address)) {
            throw forbidden(address, "give an address that begins with http:// or https:// and names a server");
        }
        return servers.find(address)
                .orElseThrow(
                        () -> forbidden(address, "send the table with the request instead: UPLOAD=name,param:part"));
    }

    /** Refuses more bytes than may be. */
    static void copy(InputStream from, Path file, long atMost) throws IOException {
        var buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                bytes += n;
                if (bytes > atMost) {
                    throw tooLarge(atMost);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    static Refusal tooLarge(long atMost) {
        return new Refusal(Diagnostic.error(
                        TapCode.UPLOAD_TOO_LARGE, "an upload has more than the %d MB allowed".formatted(atMost >> 20))
                .helped("leave out columns and rows that the query does not need"));
    }

    private static Refusal forbidden(URI address, String help) {
        return new Refusal(
                Diagnostic.error(TapCode.UPLOAD_FORBIDDEN, "no table may be fetched from `%s`".formatted(address))
                        .helped(help));
    }

    private static Refusal failed(URI address, String why) {
        return new Refusal(Diagnostic.error(TapCode.UPLOAD_FAILED, "`%s` cannot be fetched: %s".formatted(address, why))
                .helped("check the address, or send the table with the request: UPLOAD=name,param:part"));
    }
}

package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Fetches tables from their addresses, for strangers: never from this machine or its own network (unless a setting allows it), never more
 * than is granted, never for longer. Redirections are followed, each checked as the first address.
 */
final class UploadFetcher {
    private static final int REDIRECTIONS = 4;

    private final TapSettings settings;
    private final Names names;

    /** Looks names of servers up. */
    interface Names {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    UploadFetcher(TapSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    UploadFetcher(TapSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /** Into a file; refuses what may not or cannot be fetched. */
    void fetch(URI address, Path file) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> fetched = threads.submit(() -> follow(address, file));
            try {
                fetched.get(settings.uploadTime().toMillis(), TimeUnit.MILLISECONDS);
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

    private Void follow(URI first, Path file) throws IOException, InterruptedException {
        URI address = first;
        for (int step = 0; step <= REDIRECTIONS; step++) {
            try (PinnedHttp answer = PinnedHttp.get(address, checked(address), settings.uploadTime())) {
                if (answer.status() == 200) {
                    copy(answer.body(), file, settings.uploadBytes());
                    return null;
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

    /** Where to connect to: looked up once, so that a name cannot mean something else when it is used. */
    private InetAddress checked(URI address) throws UnknownHostException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw forbidden(address, "give an address that begins with http:// or https:// and names a server");
        }
        InetAddress[] all = names.addresses(address.getHost());
        for (InetAddress resolved : all) {
            if (!settings.privateUploads() && !isPublic(resolved)) {
                throw forbidden(address, "send the table with the request instead: UPLOAD=name,param:part");
            }
        }
        return all[0];
    }

    /** True of an address that anybody could reach without this server. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            boolean shared = first == 100 && second >= 64 && second < 128;
            boolean special = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2);
            boolean tested = first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 240 && !shared && !special && !tested;
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean translated = first == 0 && second == 0x64; // 64:ff9b::/96 leads to any address of version 4
        boolean tunnelled = (first == 0x20 && second == 0x02) || (first == 0x20 && second == 0x01 && bytes[2] == 0);
        boolean embedded = first == 0 && second == 0;
        return !unique && !translated && !tunnelled && !embedded;
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

package org.heralddata.jobs.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.net.PinnedHttp;
import org.heralddata.jobs.net.Servers;
import org.heralddata.jobs.outbox.Courier;
import org.heralddata.jobs.outbox.Parcel;
import org.heralddata.jobs.outbox.Undelivered;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls webhooks, as Standard Webhooks 1.0.0 has it: signed, within 20 seconds, without following redirections. Any status of 2xx is a
 * delivery; 410 ends all attempts.
 *
 * @param server public address without the last slash
 */
public record WebhookCourier(Jobs jobs, Servers servers, Supplier<String> server) implements Courier {
    static final String CHANNEL = "webhook";
    static final String SECRET = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void deliver(Parcel parcel) throws Undelivered, InterruptedException {
        String body = Ended.of(parcel, jobs, server.get()).json();
        String secret =
                JsonMapper.shared().readTree(parcel.content()).get(SECRET).stringValue();
        int status = within(parcel, secret, body);
        if (status >= 200 && status <= 299) {
            return;
        }
        String why = "the server answers with status " + status;
        if (status == 410) {
            throw Undelivered.forEver(why + ": it wants no more of this");
        }
        if (status >= 300 && status <= 399) {
            throw Undelivered.forEver(why + ": redirections are not followed");
        }
        throw Undelivered.now(why);
    }

    private int within(Parcel parcel, String secret, String body) throws Undelivered, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> called = threads.submit(() -> call(parcel, secret, body));
            try {
                return called.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                called.cancel(true);
                throw Undelivered.now("the server took longer than %d s".formatted(PATIENCE.toSeconds()));
            } catch (InterruptedException stopped) {
                called.cancel(true);
                throw stopped;
            } catch (ExecutionException failed) {
                throw undelivered(failed);
            }
        }
    }

    private static Undelivered undelivered(ExecutionException failed) {
        return switch (failed.getCause()) {
            case Undelivered refused -> refused;
            case UnknownHostException _ -> Undelivered.now("no server of this name is known");
            case IOException broken -> Undelivered.now("the server cannot be reached: " + broken.getMessage());
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    private int call(Parcel parcel, String secret, String body) throws IOException, Undelivered {
        URI address = URI.create(parcel.recipient());
        InetAddress host = servers.find(address)
                .orElseThrow(() -> Undelivered.forEver("the address leads to a network of this server"));
        String id = "msg_" + parcel.token().toString().replace("-", "");
        long now = Instant.now().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now));
        headers.put("webhook-signature", Signature.of(secret, id, now, body));
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        try (PinnedHttp answer = PinnedHttp.post(address, host, PATIENCE, headers, sent)) {
            return answer.status();
        }
    }
}

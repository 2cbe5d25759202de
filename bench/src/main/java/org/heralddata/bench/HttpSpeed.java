package org.heralddata.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Asks a running server that holds the collection {@code bench}: questions with bounds that change from call to call, so that
 * no answer is taken from a cache, and exports of a million rows. Arguments: address, the server's process number, repeats.
 */
public final class HttpSpeed {
    private static final String TABLE = "/api/v1/collections/bench/tables/events";
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(5);

    private HttpSpeed(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws IOException {
        var bench = new HttpSpeed(arguments[0]);
        Path status = Path.of("/proc", arguments[1], "status");
        int repeats = Integer.parseInt(arguments[2]);
        print("| question | seconds |");
        print("|---|---:|");
        bench.tell(
                "count, 2 cuts",
                repeats,
                () -> bench.ask(
                        "/count?where=", "energy > %.6f and zenith < %.6f".formatted(bench.near(15), bench.near(30))));
        bench.tell(
                "1-D histogram, 1 cut",
                repeats,
                () -> bench.ask(
                        "/histogram?column=energy&bins=60&min=14&max=18&where=",
                        "zenith < %.6f".formatted(bench.near(30))));
        bench.tell(
                "2-D histogram, 1 cut",
                repeats,
                () -> bench.ask(
                        "/histogram?column=energy&column2=zenith&bins=60&where=",
                        "zenith < %.6f".formatted(bench.near(30))));
        bench.tell("cone of 1 degree, count", repeats, () -> bench.ask("/count?where=", bench.cone()));
        bench.tell("cone of 1 degree, all columns", repeats, () -> bench.ask("/rows?format=json&where=", bench.cone()));
        print("");
        print("| export of 1 M rows x 10 columns | MB | seconds | server RSS after, MB |");
        print("|---|---:|---:|---:|");
        print("| (before) | | | %d |".formatted(resident(status)));
        for (String format : List.of("votable", "fits", "parquet", "csv", "hdf5", "json")) {
            String path = "/rows?format=" + format + "&limit=1000000&columns="
                    + "event_id,seconds,nanoseconds,run,ra,dec,energy,zenith,azimuth,hits&where=";
            long[] bytes = new long[1];
            Timing timing = Timing.of(Math.min(repeats, 5), () -> bytes[0] = bench.ask(path, "zenith < 60"));
            print("| %s | %.1f | %s | %d |".formatted(format, bytes[0] / 1e6, timing, resident(status)));
        }
    }

    private void tell(String question, int repeats, Timing.Job job) throws IOException {
        Timing timing = Timing.of(repeats, job);
        print(String.format(
                Locale.ROOT, "| %s | %.3f (%.3f–%.3f) |", question, timing.median(), timing.least(), timing.most()));
    }

    private double near(double value) {
        return value + random.nextDouble(-0.5, 0.5);
    }

    private String cone() {
        return "cone(ra, dec, %.5f, %.5f, 1 deg)".formatted(random.nextDouble(360), random.nextDouble(-60, 60));
    }

    /** Asks and reads the whole answer; its length in bytes. */
    private long ask(String path, String where) throws IOException {
        var uri = URI.create(address + TABLE + path + URLEncoder.encode(where, StandardCharsets.UTF_8));
        try {
            HttpResponse<InputStream> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                long bytes = body.transferTo(OutputStream.nullOutputStream());
                if (answer.statusCode() != 200) {
                    throw new IOException(uri + " answered " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static long resident(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private static void print(String line) {
        System.out.println(line);
    }
}

package org.heralddata.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Visitors that browse a running server while data requests run: each opens a page, asks what the page's own program asks, reads for
 * one to five seconds, goes on. Another client keeps a number of requests running all the time. Arguments: address, visitors, requests,
 * seconds, an operator's token for the requests or {@code -}, process id of the server or nothing. Prints by kind of address: answers, median, 95 % and greatest
 * milliseconds; failures with their status; requests finished; the most memory that the server had.
 */
public final class VisitorLoad {
    private static final int READ_LEAST_MILLIS = 1_000;
    private static final int READ_MOST_MILLIS = 5_000;

    private final String server;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Queue<Double>> times = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final List<Table> tables = new ArrayList<>();
    private volatile long end;

    /** What visitors look at. */
    private record Table(String collection, String name, List<Column> columns, boolean sky) {}

    private record Column(String name, double min, double max) {}

    private VisitorLoad(String server, String token) {
        this.server = server;
        this.token = token;
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var load = new VisitorLoad(arguments[0], arguments[4]);
        int visitors = Integer.parseInt(arguments[1]);
        int requests = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        load.look();
        load.run(visitors, requests, Math.min(10, seconds)); // warms the server and this program
        load.times.clear();
        load.failures.clear();
        load.finished.set(0);
        load.run(visitors, requests, seconds);
        load.tell();
        if (arguments.length > 5) {
            System.out.println("most memory of the server: " + memory(arguments[5]));
        }
    }

    /** Finds tables and their columns of numbers. */
    private void look() throws IOException, InterruptedException {
        for (JsonNode collection : list("/api/v1/collections", "collections")) {
            String id = collection.path("id").asString();
            JsonNode known = json.readTree(get("/api/v1/collections/" + id).body());
            for (JsonNode table : known.path("tables")) {
                String name = table.path("name").asString();
                JsonNode whole = json.readTree(get("/api/v1/collections/%s/tables/%s".formatted(id, name))
                        .body());
                List<Column> columns = new ArrayList<>();
                for (JsonNode column : whole.path("columns")) {
                    JsonNode statistics = column.path("statistics");
                    boolean number = column.path("type").asString("").matches("u?int\\d+|float\\d+");
                    if (number
                            && column.path("shape").isEmpty()
                            && statistics.path("min").isNumber()) {
                        columns.add(new Column(
                                column.path("name").asString(),
                                statistics.path("min").asDouble(),
                                statistics.path("max").asDouble()));
                    }
                }
                if (!columns.isEmpty()) {
                    boolean sky = columns.stream().anyMatch(c -> c.name.equals("healpix"));
                    tables.add(new Table(id, name, columns, sky));
                }
            }
        }
        if (tables.isEmpty()) {
            throw new IOException("the server has no table with columns of numbers");
        }
    }

    private JsonNode list(String path, String member) throws IOException, InterruptedException {
        JsonNode answer = json.readTree(get(path).body());
        return answer.isArray() ? answer : answer.path(member);
    }

    private void run(int visitors, int requests, double seconds) {
        end = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<Void>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int visitor = 0; visitor < visitors; visitor++) {
                var random = new SplittableRandom(System.nanoTime() + visitor);
                all.add(threads.submit(() -> visit(random)));
            }
            for (int request = 0; request < requests; request++) {
                var random = new SplittableRandom(System.nanoTime() - request);
                all.add(threads.submit(() -> order(random)));
            }
        }
        all.forEach(Future::resultNow); // a visitor who fell is told
    }

    private Void visit(SplittableRandom random) throws InterruptedException {
        Thread.sleep(random.nextInt(READ_MOST_MILLIS));
        while (System.nanoTime() < end) {
            Table table = tables.get(random.nextInt(tables.size()));
            String page = "/collections/" + table.collection;
            switch (random.nextInt(10)) {
                case 0 -> ask("page /", "/");
                case 1, 2 -> ask("page of a collection", page);
                case 3 -> ask("page for queries", "/adql");
                default -> shop(table, page + "/" + table.name, random);
            }
            Thread.sleep(random.nextInt(READ_LEAST_MILLIS, READ_MOST_MILLIS));
        }
        return null;
    }

    /** The table's page, as it is or with a selection, and what its program asks before a hand moves: as Chromium was seen to. */
    private void shop(Table table, String page, SplittableRandom random) throws InterruptedException {
        String where = random.nextInt(3) == 0 ? "" : "&where=" + where(table, random);
        ask("page of a table", page + "?" + where);
        String base = "/api/v1/collections/%s/tables/%s/".formatted(table.collection, table.name);
        ask("count", base + "count?" + where);
        int views = Math.min(4, table.columns.size());
        for (Column column : table.columns.subList(0, views)) {
            ask("histogram of all", base + "histogram?" + axis(column, ""));
            ask("histogram", base + "histogram?" + axis(column, "") + where);
        }
        Column x = table.columns.getFirst();
        Column y = table.columns.get(views - 1);
        if (views > 1) {
            ask("histogram of two", base + "histogram?" + axis(x, "") + "&" + axis(y, "2") + where);
        }
        if (table.sky) {
            ask("sky", base + "sky?order=5" + where);
        }
        ask("rows", base + "rows?limit=12&format=json" + where);
    }

    private static String axis(Column column, String which) {
        return String.format(
                Locale.ROOT,
                "column%s=%s&bins%1$s=60&min%1$s=%s&max%1$s=%s",
                which,
                column.name,
                column.min,
                Math.max(column.max, Math.nextUp(column.min)));
    }

    private static String where(Table table, SplittableRandom random) {
        Column column = table.columns.get(random.nextInt(table.columns.size()));
        double cut = column.min + (column.max - column.min) * random.nextInt(1, 100) / 100;
        return URLEncoder.encode(String.format(Locale.ROOT, "%s > %.6g", column.name, cut), StandardCharsets.UTF_8);
    }

    private void ask(String kind, String path) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = get(path);
            if (answer.statusCode() != 200) {
                fail(kind + ": " + answer.statusCode());
                return;
            }
            times.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - start) / 1e6);
        } catch (IOException broken) {
            fail(kind + ": " + broken);
        }
    }

    private void fail(String what) {
        failures.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofMinutes(2));
    }

    /** As somebody who may have so many requests at once. */
    private HttpRequest.Builder own(String path) {
        return token.equals("-") ? request(path) : request(path).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    /** One data request after another, each half of a table. */
    private Void order(SplittableRandom random) throws InterruptedException {
        while (System.nanoTime() < end) {
            Table table = tables.get(random.nextInt(tables.size()));
            Column column = table.columns.getFirst();
            String body = json.writeValueAsString(Map.of(
                    "collection",
                    table.collection,
                    "table",
                    table.name,
                    "where",
                    String.format(
                            Locale.ROOT,
                            "%s > %.6g",
                            column.name,
                            column.min + (column.max - column.min) * random.nextInt(100) / 200),
                    "format",
                    List.of("csv", "fits", "parquet", "hdf5").get(random.nextInt(4))));
            try {
                String job = made(body);
                if (job.isEmpty()) {
                    Thread.sleep(1_000);
                    continue;
                }
                String state = "";
                while (!state.matches("Finished|Failed|Expired")) {
                    state = json.readTree(get("/api/v1/requests/%s?wait=60".formatted(job))
                                    .body())
                            .path("state")
                            .asString();
                }
                if (!state.equals("Finished")) {
                    fail("request " + state);
                }
                finished.incrementAndGet();
                client.send(own("/api/v1/requests/" + job).DELETE().build(), BodyHandlers.discarding());
            } catch (IOException broken) {
                fail("request: " + broken);
            }
        }
        return null;
    }

    /** Its id; empty if it was refused. */
    private String made(String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                own("/api/v1/requests")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 201) {
            fail("order: " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            return "";
        }
        return json.readTree(answer.body()).path("id").asString();
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private void tell() {
        times.forEach((kind, all) -> {
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |%n",
                    kind,
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 95 / 100],
                    sorted[sorted.length - 1]);
        });
        failures.forEach((what, count) -> System.out.println("failed " + count + " times: " + what));
        System.out.println("data requests finished: " + finished);
    }

    /** Of Linux. */
    private static String memory(String process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("not known")
                    .replaceAll("VmHWM:\\s*", "");
        }
    }
}

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Linked views of one table of a running server, asked for as the data shop's page asks: the first view (page, count, first rows, cubes
 * of a sample, then exact ones), then each other view made the active one. Arguments: address, collection, table, rounds, process id of
 * the server or nothing. The first round has no cuts, so that kept answers count; each other one has a cut that was never asked before.
 */
public final class CubeSpeed {
    private static final int PANELS = 4;
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"shop-data\">(.*?)</script>", Pattern.DOTALL);

    /** Of Linux: processor time is told in hundredths of a second. */
    private static final double TICKS = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String server;
    private final String page;
    private final String base;
    private final String process;
    private final Map<String, List<double[]>> times = new LinkedHashMap<>();

    private CubeSpeed(String server, String collection, String table, String process) {
        this.server = server;
        this.process = process;
        page = "/collections/%s/%s".formatted(collection, table);
        base = "/api/v1/collections/%s/tables/%s/".formatted(collection, table);
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    public static void main(String[] arguments) throws Exception {
        var speed = new CubeSpeed(arguments[0], arguments[1], arguments[2], arguments.length > 4 ? arguments[4] : "");
        JsonNode about = speed.about();
        int rounds = Integer.parseInt(arguments[3]);
        var random = new SplittableRandom();
        for (int round = 0; round < rounds; round++) {
            speed.round(about, round == 0 ? "" : speed.cut(about, random), round == 0 ? "no cut" : "cut");
        }
        speed.tell();
        System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    /** What the page's program is told of the table. */
    private JsonNode about() throws IOException, InterruptedException {
        Matcher data = DATA.matcher(new String(get(page).body(), StandardCharsets.UTF_8));
        if (!data.find()) {
            throw new IOException("no page of a table: " + page);
        }
        return json.readTree(data.group(1));
    }

    private static List<JsonNode> panels(JsonNode about) {
        List<JsonNode> able = new ArrayList<>();
        for (JsonNode column : about.path("columns")) {
            boolean cuts = !column.path("axis").isNull()
                    && !column.path("type").asString().equals("bool");
            if (cuts && !column.path("ucd").asString().startsWith("meta.id") && able.size() < PANELS + 2) {
                able.add(column);
            }
        }
        return able.subList(Math.max(0, able.size() - PANELS), able.size());
    }

    /** Half of a column that is none of the panels', at a place that no answer is kept for. */
    private String cut(JsonNode about, SplittableRandom random) {
        List<JsonNode> shown = panels(about);
        for (JsonNode column : about.path("columns").valueStream().toList().reversed()) {
            JsonNode axis = column.path("axis");
            if (!axis.isNull()
                    && !shown.contains(column)
                    && column.path("type").asString().startsWith("float")) {
                double first = axis.path("first").asDouble();
                double last = axis.path("last").asDouble();
                return String.format(
                        Locale.ROOT,
                        "%s > %.7g",
                        column.path("name").asString(),
                        first + (last - first) * random.nextDouble(0.3, 0.6));
            }
        }
        throw new IllegalStateException("no column to cut on");
    }

    private void round(JsonNode about, String where, String what)
            throws IOException, InterruptedException, ExecutionException {
        List<String> views = new ArrayList<>();
        for (JsonNode column : panels(about)) {
            views.add("{\"column\":\"%s\",\"bins\":64}"
                    .formatted(column.path("name").asString()));
        }
        String first = views.get(0);
        String pair = "{\"x\":%s,\"y\":%s}".formatted(views.get(0), views.get(1));
        boolean sky = !about.path("common").path("ra").isNull();
        String cuts = "where=" + URLEncoder.encode(where, StandardCharsets.UTF_8);
        double cpu = cpu();
        long start = System.nanoTime();
        get(page + "?" + cuts);
        note(what + ": page", start, cpu, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> count = threads.submit(() -> get(base + "count?" + cuts));
            Future<?> rows = threads.submit(() -> get(base + "rows?limit=12&format=json&" + cuts));
            int bytes = cubes(first, views, pair, sky, cuts, true);
            note(what + ": first view, sample", start, cpu, bytes);
            count.get();
            rows.get();
            note(what + ": first view, sample, count and rows", start, cpu, bytes);
        }
        int bytes = cubes(first, views, pair, sky, cuts, false);
        note(what + ": first view, exact", start, cpu, bytes);
        List<String> others = new ArrayList<>(views.subList(1, views.size()));
        if (sky) {
            others.add("{\"sky\":5}");
        }
        for (String other : others) {
            for (boolean sampled : new boolean[] {true, false}) {
                double before = cpu();
                long begun = System.nanoTime();
                int size = cubes(other, views, pair, sky, cuts, sampled);
                String kind = other.contains("sky") ? " to the sky, " : ", ";
                note(what + ": switch" + kind + (sampled ? "sample" : "exact"), begun, before, size);
            }
        }
    }

    /** Bytes of the answer. */
    private int cubes(String active, List<String> views, String pair, boolean sky, String cuts, boolean sampled)
            throws IOException, InterruptedException {
        List<String> others = new ArrayList<>(views);
        others.remove(active);
        boolean ofSky = active.contains("sky");
        if (sky && !ofSky) {
            others.add("{\"sky\":4}");
        }
        if (!ofSky) {
            others.add(pair);
        }
        return get(base + "cubes?active=" + URLEncoder.encode(active, StandardCharsets.UTF_8) + "&views="
                        + URLEncoder.encode("[" + String.join(",", others) + "]", StandardCharsets.UTF_8) + "&" + cuts
                        + (sampled ? "&sampled=true" : ""))
                .body()
                .length;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", path.contains("/cubes") ? "application/vnd.herald.cubes" : "*/*")
                .header("Accept-Encoding", "gzip".repeat(path.contains("/cubes") ? 1 : 0))
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private void note(String what, long start, double cpu, int bytes) throws IOException {
        times.computeIfAbsent(what, w -> new ArrayList<>())
                .add(new double[] {(System.nanoTime() - start) / 1e6, cpu() - cpu, bytes});
    }

    /** Processor seconds of the server until now; 0 if it is not known. */
    private double cpu() throws IOException {
        if (process.isEmpty()) {
            return 0;
        }
        String stat = Files.readString(Path.of("/proc", process, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private void tell() {
        times.forEach((what, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.2f | %.0f |%n",
                what,
                all.size(),
                median(all, 0),
                all.stream().mapToDouble(a -> a[0]).max().orElse(0),
                median(all, 1),
                median(all, 2)));
    }

    private static double median(List<double[]> all, int of) {
        double[] sorted = all.stream().mapToDouble(a -> a[of]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

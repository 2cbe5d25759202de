package org.heralddata.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running TAP service for some seconds: small synchronous queries over new connections and over kept ones, one client
 * and eight, counts and groups of a whole table, jobs from their making to their result, small ones and exports of a million rows.
 * Arguments: address of the service, table, seconds of each part. Prints answers a second and the least, median, 90 % and
 * greatest time of one, in milliseconds.
 */
public final class TapSpeed {
    private final URI address;
    private final String table;
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    private TapSpeed(URI address, String table) {
        this.address = address;
        this.table = table;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException, IOException {
        var bench = new TapSpeed(URI.create(arguments[0]), arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        bench.part("sync TOP 10, new connection", 1, seconds, () -> bench.sync(null));
        bench.part(
                "sync TOP 10, new text, new connection",
                1,
                seconds,
                () -> bench.fresh("TOP 10 e.*, %d AS f FROM %s AS e"));
        bench.part("sync TOP 10, kept connection", 1, seconds, bench.kept());
        bench.part("sync TOP 10, kept connections", 8, seconds, bench.kept());
        bench.part("async TOP 10, made, waited for, read", 1, seconds, () -> bench.async("TOP 10 e.*", "votable"));
        String y = bench.numbers("'double', 'float'").getFirst();
        String x = bench.numbers("'double', 'float', 'int', 'short'").stream()
                .filter(name -> !name.equals(y))
                .findFirst()
                .orElse(y);
        String cuts =
                "COUNT(*) AS f%d FROM %s WHERE " + x + " > " + bench.mean(x) + " AND " + y + " < " + bench.mean(y);
        bench.part("sync COUNT with two cuts, new text", 1, seconds, () -> bench.fresh(cuts));
        String groups = "FLOOR(%2$s * 10) AS b, COUNT(*) AS f%1$d FROM %%s GROUP BY FLOOR(%2$s * 10)";
        bench.part(
                "sync GROUP BY FLOOR(" + y + " * 10), new text",
                1,
                seconds,
                () -> bench.fresh(
                        groups.replace("%2$s", y).replace("%1$d", "%d").replace("%%s", "%s")));
        for (String format : List.of("votable/b2", "fits", "csv")) {
            bench.part(
                    "async 1 M rows in " + format + ", made, waited for, read",
                    1,
                    seconds,
                    () -> bench.async("TOP 1000000 e.*", format));
        }
    }

    /** Scalar columns of numbers that are not times or positions. */
    private List<String> numbers(String types) throws IOException {
        String columns =
                "SELECT column_name FROM tap_schema.columns WHERE table_name = '" + table + "' AND datatype IN ("
                        + types
                        + ") AND arraysize IS NULL AND (ucd IS NULL OR (ucd NOT LIKE 'pos%' AND ucd NOT LIKE 'time%'))";
        List<String> names =
                lines("LANG=ADQL&RESPONSEFORMAT=csv&QUERY=" + URLEncoder.encode(columns, StandardCharsets.UTF_8));
        if (names.isEmpty()) {
            throw new IOException("the table has no columns of numbers to be counted by");
        }
        return names;
    }

    private String mean(String column) throws IOException {
        String query = "SELECT AVG(" + column + ") AS m FROM " + table;
        return lines("LANG=ADQL&RESPONSEFORMAT=csv&QUERY=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .getFirst();
    }

    /** An answer in CSV, without its head. */
    private List<String> lines(String query) throws IOException {
        try (InputStream in = URI.create(address + "/sync?" + query).toURL().openStream()) {
            List<String> all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(1, all.size());
        }
    }

    private interface Asking {
        void once() throws IOException;
    }

    /** A connection a thread. */
    private Asking kept() {
        ThreadLocal<Line> lines = ThreadLocal.withInitial(() -> new Line(address));
        return () -> sync(lines.get());
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private void part(String name, int clients, double seconds, Asking asking)
            throws InterruptedException, ExecutionException {
        ask(clients, Math.min(3, seconds), asking); // warms the server and this program
        double[] times = ask(clients, seconds, asking);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.2f | %.2f | %.2f | %.2f |%n",
                name,
                clients,
                1e3 * clients * times.length / Arrays.stream(times).sum(),
                times[0],
                times[times.length / 2],
                times[times.length * 9 / 10],
                times[times.length - 1]);
    }

    /** Sorted, in milliseconds. */
    private static double[] ask(int clients, double seconds, Asking asking)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<double[]>> jobs = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                jobs.add(() -> one(end, asking));
            }
            List<double[]> all = new ArrayList<>();
            for (Future<double[]> done : threads.invokeAll(jobs)) {
                all.add(done.get());
            }
            return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        }
    }

    private static double[] one(long end, Asking asking) throws IOException {
        var times = new double[1024];
        int count = 0;
        while (System.nanoTime() < end || count < 3) {
            long start = System.nanoTime();
            asking.once();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * times.length);
            }
            times[count++] = (System.nanoTime() - start) / 1e6;
        }
        return Arrays.copyOf(times, count);
    }

    private static String query(String adql) {
        return "LANG=ADQL&QUERY=" + URLEncoder.encode("SELECT " + adql, StandardCharsets.UTF_8);
    }

    /** A query that was never asked before, over a connection of its own. */
    private void fresh(String adql) throws IOException {
        try (var own = new Line(address)) {
            own.ask("GET", address.getPath() + "/sync?" + query(adql.formatted(number.incrementAndGet(), table)), "");
        }
    }

    /** @param line null for one of its own */
    private void sync(@Nullable Line line) throws IOException {
        if (line == null) {
            try (var own = new Line(address)) {
                own.ask("GET", address.getPath() + "/sync?" + query("TOP 10 * FROM " + table), "");
            }
        } else {
            line.ask("GET", address.getPath() + "/sync?" + query("TOP 10 * FROM " + table), "");
        }
    }

    private void async(String rows, String format) throws IOException {
        try (var line = new Line(address)) {
            String asked = query(rows + ", " + number.incrementAndGet() + " AS f FROM " + table + " AS e");
            String made = line.ask(
                    "POST",
                    address.getPath() + "/async",
                    asked + "&MAXREC=1000000&RESPONSEFORMAT=" + format + "&PHASE=RUN");
            URI job = URI.create(made.replaceAll("(?is).*\\r\\nLocation: ([^\\r]*)\\r\\n.*", "$1"));
            String phase = line.ask("GET", job.getPath() + "/phase", "");
            if (phase.contains("PENDING")) { // not every server takes the phase with the query
                line.ask("POST", job.getPath() + "/phase", "PHASE=RUN");
            }
            while (!phase.contains("COMPLETED")) {
                phase = line.ask("GET", job.getPath() + "?WAIT=10", "");
                if (phase.contains("ERROR")) {
                    throw new IOException(phase);
                }
            }
            URI result = URI.create(
                    address + "/async" + job.getPath().substring(job.getPath().lastIndexOf('/')) + "/results/result");
            try (InputStream in = result.toURL().openStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            line.ask("DELETE", job.getPath(), ""); // a server keeps only so many of one client
        }
    }

    /** A connection of HTTP/1.1, as plain as a client can be. */
    private static final class Line implements AutoCloseable {
        private final URI address;
        private Socket socket = new Socket();
        private final byte[] buffer = new byte[1 << 20];
        private boolean ended;

        Line(URI address) {
            this.address = address;
        }

        /** The answer with its head; refuses one that is neither 200 nor 303. */
        String ask(String method, String path, String body) throws IOException {
            if (!socket.isConnected() || ended) {
                socket.close();
                socket = new Socket(address.getHost(), address.getPort());
                socket.setTcpNoDelay(true);
                ended = false;
            }
            String head = "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\n%s"
                    .formatted(
                            method,
                            path,
                            address.getHost(),
                            address.getPort(),
                            body.isEmpty()
                                    ? ""
                                    : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
                                            .formatted(body.length()),
                            body);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return answer(socket.getInputStream());
        }

        private String answer(InputStream in) throws IOException {
            int filled = 0;
            while (true) {
                int n = in.read(buffer, filled, buffer.length - filled);
                if (n < 0) {
                    throw new IOException("the server hung up");
                }
                filled += n;
                String text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\r\n\r\n");
                if (end >= 0 && isWhole(text, end)) {
                    if (!text.startsWith("HTTP/1.1 200") && !text.startsWith("HTTP/1.1 303")) {
                        throw new IOException(text);
                    }
                    ended = text.substring(0, end).contains("Connection: close");
                    return text;
                }
            }
        }

        private static boolean isWhole(String text, int end) {
            String head = text.substring(0, end);
            if (head.contains("Transfer-Encoding: chunked")) {
                return text.endsWith("\r\n0\r\n\r\n");
            }
            var length = Pattern.compile("Content-Length: (\\d+)").matcher(head);
            return length.find() && text.length() - end - 4 >= Integer.parseInt(length.group(1));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

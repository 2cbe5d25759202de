package org.heralddata.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a running server's cone searches for some seconds, over connections that are kept, each time around another place.
 * Arguments: address of the service, radius in degrees, clients, seconds, further parameters. Prints answers a second and the
 * least, median, 90 % and greatest time of one, in milliseconds, and kilobytes an answer.
 */
public final class ScsSpeed {
    private final String address;
    private final double radius;
    private final String more;

    private ScsSpeed(String address, double radius, String more) {
        this.address = address;
        this.radius = radius;
        this.more = more;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var bench = new ScsSpeed(
                arguments[0], Double.parseDouble(arguments[1]), arguments.length > 4 ? "&" + arguments[4] : "");
        int clients = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        bench.ask(clients, Math.min(3, seconds)); // warms the server and this program
        bench.tell(clients, seconds, bench.ask(clients, seconds));
    }

    /** Times of answers in milliseconds, and bytes in all as the last element. */
    private List<double[]> ask(int clients, double seconds) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<double[]>> jobs = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                var random = new SplittableRandom(client + 1L);
                jobs.add(() -> one(random, end));
            }
            List<double[]> times = new ArrayList<>();
            for (Future<double[]> done : threads.invokeAll(jobs)) {
                times.add(done.get());
            }
            return times;
        }
    }

    private double[] one(SplittableRandom random, long end) throws IOException {
        var times = new double[1024];
        int count = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            double dec = Math.toDegrees(Math.asin(random.nextDouble(-0.9, 0.9)));
            String query =
                    String.format(Locale.ROOT, "?RA=%.5f&DEC=%.5f&SR=%s%s", random.nextDouble(360), dec, radius, more);
            long start = System.nanoTime();
            bytes += answer(query);
            if (count + 1 == times.length) {
                times = Arrays.copyOf(times, 2 * times.length);
            }
            times[count++] = (System.nanoTime() - start) / 1e6;
        }
        times[count] = bytes;
        return Arrays.copyOf(times, count + 1);
    }

    private long answer(String query) throws IOException {
        var connection = (HttpURLConnection) URI.create(address + query).toURL().openConnection();
        if (connection.getResponseCode() != 200) {
            throw new IOException(query + " answered " + connection.getResponseCode());
        }
        try (InputStream body = connection.getInputStream()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private void tell(int clients, double seconds, List<double[]> answers) {
        double[] times = answers.stream()
                .flatMapToDouble(t -> Arrays.stream(t, 0, t.length - 1))
                .sorted()
                .toArray();
        double bytes = answers.stream().mapToDouble(t -> t[t.length - 1]).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.2f | %.2f | %.2f | %.2f | %.1f |%n",
                URI.create(address).getPath() + more,
                radius,
                clients,
                times.length / seconds,
                times[0],
                times[times.length / 2],
                times[times.length * 9 / 10],
                times[times.length - 1],
                bytes / times.length / 1e3);
    }
}

package org.heralddata.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Herald's own FITS and HDF5 code beside the libraries that it stands in for, in one run on the same table: rounds in
 * turn, medians. Prints rows of a table in Markdown. Arguments: rows, columns, rounds.
 */
public final class PeerSpeed {
    private final int rounds;
    private final double megabytes;

    private PeerSpeed(int rounds, double megabytes) {
        this.rounds = rounds;
        this.megabytes = megabytes;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int width = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        Path folder = Files.createTempDirectory("herald-peers");
        var bench = new PeerSpeed(rounds, 8e-6 * rows * width);
        Columns columns = Columns.of(rows, width);
        var batches = columns.batches();
        print("| job | by | median, s | least–most, s | MB/s | to Herald's |");
        print("|---|---|---:|---:|---:|---:|");
        Path fits = folder.resolve("events.fits");
        bench.measure(
                "write FITS",
                fits,
                columns.rows(),
                new Ours.Writer("fits", columns, batches),
                new FitsPeers.StilWriter(columns),
                new FitsPeers.NomTamWriter(columns));
        new Ours.Writer("fits", columns, batches).run(fits);
        bench.measure(
                "read FITS",
                fits,
                columns.sum(),
                new Ours.Reader("fits"),
                new FitsPeers.StilReader(),
                new FitsPeers.NomTamReader());
        Path hdf5 = folder.resolve("events.h5");
        bench.measure(
                "write HDF5",
                hdf5,
                columns.rows(),
                new Ours.Writer("hdf5", columns, batches),
                new Hdf5Peers.JhdfWriter(columns),
                new Hdf5Peers.NativeWriter(columns));
        new Ours.Writer("hdf5", columns, batches).run(hdf5);
        bench.measure("read HDF5", hdf5, columns.sum(), new Ours.Reader("hdf5"), new Hdf5Peers.JhdfReader());
        Files.delete(fits);
        Files.delete(hdf5);
        Files.delete(folder);
    }

    private void measure(String job, Path file, double expected, Peer... peers) throws Exception {
        double[][] seconds = new double[peers.length][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int p = 0; p < peers.length; p++) {
                long start = System.nanoTime();
                double result = peers[p].run(file);
                if (Math.abs(result - expected) > 1e-9 * Math.abs(expected)) {
                    throw new IllegalStateException(
                            "%s of %s gave %s, not %s".formatted(job, peers[p].name(), result, expected));
                }
                if (round >= 0) {
                    seconds[p][round] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        double ours = median(seconds[0]);
        for (int p = 0; p < peers.length; p++) {
            double[] sorted = seconds[p].clone();
            Arrays.sort(sorted);
            print(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f–%.2f | %.0f | %.1f |",
                    job,
                    peers[p].name(),
                    median(sorted),
                    sorted[0],
                    sorted[rounds - 1],
                    megabytes / median(sorted),
                    median(sorted) / ours));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private static void print(String line) {
        System.out.println(line);
    }
}

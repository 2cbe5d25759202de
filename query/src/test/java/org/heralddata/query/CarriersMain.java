package org.heralddata.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Has a thread of the background begin virtual threads, and prints the niceness of those that carry them, beyond that of this process. */
final class CarriersMain {
    private static final int VISITORS = 100;
    private static final long WORK_NANOS = 3_000_000;

    private CarriersMain() {}

    @SuppressWarnings("SystemOut") // its answer
    public static void main(String[] how) throws Exception {
        if (how[0].equals("settled")) {
            Foreground.settle();
        }
        var served = new CountDownLatch(VISITORS);
        Background.threads("background-")
                .newThread(() -> {
                    for (int i = 0; i < VISITORS; i++) {
                        Thread.ofVirtual().start(() -> serve(served));
                    }
                })
                .start();
        served.await();
        System.out.println(carriers(Niceness.here()));
    }

    private static void serve(CountDownLatch served) {
        long end = System.nanoTime() + WORK_NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        served.countDown();
    }

    private static Set<Integer> carriers(int usual) throws Exception {
        var all = new TreeSet<Integer>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).startsWith("ForkJoinPool")) {
                    all.add(Niceness.of(thread.resolve("stat")) - usual);
                }
            }
        }
        return all;
    }
}

package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeHead;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.PackedCubes;
import org.junit.jupiter.api.Test;

class CubeCacheTest {
    private final CubeCache cache = new CubeCache(null, 1 << 20, 0);

    private static PackedCubes cubes(int rows) {
        var all = new CubeAxis.All();
        return PackedCubes.of(
                new Cubes(rows, rows, all, List.of(all), List.of(new int[] {rows})),
                new CubeHead.Words(name -> "", name -> false));
    }

    @Test
    void whatManyAskAtOnceIsWorkedOutOnce() throws InterruptedException, ExecutionException {
        var asked = new AtomicInteger();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PackedCubes>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> cache.of("q", true, () -> {
                        asked.incrementAndGet();
                        await(go);
                        return cubes(7);
                    })))
                    .toList();
            go.countDown();
            for (Future<PackedCubes> answer : answers) {
                assertThat(answer.get().json()).contains("\"rows\":7");
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoWaitedWorksItOutIfTheFirstFails() throws InterruptedException, ExecutionException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PackedCubes> first = threads.submit(() -> cache.of("q", false, () -> {
                begun.countDown();
                await(go);
                throw new IllegalStateException("stopped");
            }));
            begun.await();
            Future<PackedCubes> second = threads.submit(() -> cache.of("q", false, () -> cubes(3)));
            go.countDown();
            assertThatThrownBy(first::get).hasRootCauseMessage("stopped");
            assertThat(second.get().json()).contains("\"rows\":3");
        }
    }

    @Test
    void longWorkIsDoneOneAfterTheOtherAndShortWorkBesideIt() throws InterruptedException, ExecutionException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PackedCubes>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> cache.of("long " + i, true, () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        begun.countDown();
                        await(go);
                        running.decrementAndGet();
                        return cubes(i);
                    })))
                    .toList();
            begun.await();
            assertThat(cache.of("short", false, () -> cubes(9)).json()).contains("\"rows\":9");
            go.countDown();
            for (Future<PackedCubes> answer : answers) {
                answer.get();
            }
        }
        assertThat(most).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

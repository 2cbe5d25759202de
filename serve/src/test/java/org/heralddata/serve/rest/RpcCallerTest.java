package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.access.Viewer;
import org.junit.jupiter.api.Test;

/** How long the calls of a batch may wait. */
class RpcCallerTest {
    private static final Orderer ANYONE = new Orderer(Viewer.ANYONE, "here");

    @Test
    void allCallsTogetherWaitNoLongerThanOne() throws InterruptedException {
        assertThat(RpcCaller.now(ANYONE, "").granted(20)).isEqualTo(Duration.ofSeconds(20));
        assertThat(RpcCaller.now(ANYONE, "").granted(1_000)).isLessThanOrEqualTo(RpcCaller.PATIENCE);
        long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        var batch = new RpcCaller(ANYONE, "", end);
        for (int call = 0; call < 50; call++) {
            Thread.sleep(batch.granted(60)); // as one that waits in vain
        }
        assertThat(System.nanoTime() - end).isLessThan(Duration.ofSeconds(20).toNanos());
        assertThat(batch.granted(60)).isZero();
    }
}

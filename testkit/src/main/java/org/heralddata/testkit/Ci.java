package org.heralddata.testkit;

import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** What a test does where something from outside the project is missing: skip on a desk, fail in CI. */
final class Ci {

    private Ci() {}

    /** Never returns: skips the test, or fails it if the environment says {@code CI=true}. */
    static RuntimeException missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("missing in CI: " + what);
        }
        throw new TestAbortedException("skipped, missing: " + what);
    }
}

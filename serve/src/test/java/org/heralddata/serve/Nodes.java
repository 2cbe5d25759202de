package org.heralddata.serve;

import java.time.Instant;
import org.heralddata.serve.node.Node;

/** Nodes that tests are run as. */
public final class Nodes {
    /** When it began to present itself so. */
    public static final Instant SINCE = Instant.parse("2026-11-20T12:00:00.5Z");

    private Nodes() {}

    /** One that is registered, but reached under whatever address the test has. */
    public static Node toy() {
        return new Node(
                null,
                "toy.example.org",
                new Node.Organisation("Institute of Toys & Tools", "https://example.org/toys", null),
                new Node.Contact("Marie Curie", "data@example.org"),
                () -> SINCE);
    }
}

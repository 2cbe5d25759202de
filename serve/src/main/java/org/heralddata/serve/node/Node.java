package org.heralddata.serve.node;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who runs a server.
 *
 * @param url          public address of the server without the last slash; null: as each visitor wrote it
 * @param authority    IVOA authority identifier, such as {@code kcdc.example.org}
 * @param organisation who publishes
 * @param contact      whom to ask
 * @param presented    tells {@link #since}; may take a while when first asked
 */
public record Node(
        @Nullable String url,
        String authority,
        Organisation organisation,
        Contact contact,
        Supplier<Instant> presented) {

    /** The domain {@code .invalid} belongs to nobody for ever (RFC 6761): nothing that bears it can be registered. */
    public static final String NO_AUTHORITY = "unregistered.invalid";

    /** Nobody has said who runs this server. */
    public static final Node UNREGISTERED = new Node(
            null,
            NO_AUTHORITY,
            new Organisation("Unregistered Herald node", null, null),
            new Contact("Operator of this server", "nobody@" + NO_AUTHORITY),
            () -> Instant.EPOCH);

    public Node {
        if (url != null && (url.endsWith("/") || !url.matches("https?://[^\\s?#]+"))) {
            throw new IllegalArgumentException("no address of a server: " + url);
        }
    }

    /**
     * @param homepage null if none
     * @param ror      identifier in the Research Organization Registry, {@code https://ror.org/…}; null if none
     */
    public record Organisation(
            String name,
            @Nullable String homepage,
            @Nullable String ror) {}

    public record Contact(String name, String email) {}

    /** Whether its records may be given to a registry: it has an address and an authority that others can rely on. */
    public boolean isRegistrable() {
        return url != null && !authority.equals(NO_AUTHORITY);
    }

    /** The address of the server. */
    public String urlOr(String asVisited) {
        return Objects.requireNonNullElse(url, asVisited);
    }

    /** When the node began to present itself as it does: by its settings and this version of the program. */
    public Instant since() {
        return presented.get();
    }

    /** The node with another time. */
    public Node since(Supplier<Instant> time) {
        return new Node(url, authority, organisation, contact, time);
    }
}

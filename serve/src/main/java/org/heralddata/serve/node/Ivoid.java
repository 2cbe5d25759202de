package org.heralddata.serve.node;

import org.heralddata.model.catalogue.CollectionId;

/** IVOA identifiers (IVOA Identifiers 2.0) of what this node publishes. */
public final class Ivoid {
    /** Keys that no collection can have: ids of collections have no dots. */
    private static final String REGISTRY = "herald.registry";

    private static final String ORGANISATION = "herald.org";

    private Ivoid() {}

    public static String authority(Node node) {
        return "ivo://" + node.authority();
    }

    public static String organisation(Node node) {
        return of(node, ORGANISATION);
    }

    public static String registry(Node node) {
        return of(node, REGISTRY);
    }

    public static String collection(Node node, CollectionId collection) {
        return of(node, collection.value());
    }

    /** A release: a resource of its own for citation, not for discovery. */
    public static String release(Node node, CollectionId collection, String release) {
        return of(node, collection.value() + "/" + release);
    }

    /** A service of the whole node. */
    public static String service(Node node, String key) {
        return of(node, "herald." + key);
    }

    private static String of(Node node, String key) {
        return authority(node) + "/" + key;
    }
}

package org.heralddata.serve.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionId;

/** Addresses of pages and of the REST API, without the server. */
public final class Addresses {

    private Addresses() {}

    public static String collection(CollectionId collection) {
        return "/collections/" + collection;
    }

    /** The landing page of a release. */
    public static String release(CollectionId collection, String release) {
        return collection(collection) + "/releases/" + release;
    }

    /** The data shop of a table. */
    public static String shop(CollectionId collection, String table) {
        return collection(collection) + "/" + table;
    }

    /** The data shop with a selection. */
    public static String shop(CollectionId collection, String table, String where) {
        return shop(collection, table) + "?where=" + encoded(where);
    }

    /** Base of a table's REST resources. */
    public static String api(CollectionId collection, String table) {
        return "/api/v1/collections/" + collection + "/tables/" + table;
    }

    /** All rows of the newest release. */
    public static String rows(CollectionId collection, String table, String format) {
        return api(collection, table) + "/rows?format=" + format;
    }

    /** A file that a release was made from, as the experiment wrote it. */
    public static String original(CollectionId collection, String release, String path) {
        return "/files/" + collection + "/" + encoded(release) + "/original/" + pathOf(path);
    }

    /** A catalogued file, as the experiment wrote it. */
    public static String original(CollectionId collection, String path) {
        return "/files/" + collection + "/original/" + pathOf(path);
    }

    private static String pathOf(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> encoded(part).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** A value of a query parameter. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

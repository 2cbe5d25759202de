package org.heralddata.app.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Every road to the data, with what it does about access. */
final class AccessRoads {

    private AccessRoads() {}

    /** What a road gives. */
    enum Gives {
        /** Rows, or figures of them: refused if the table is closed. */
        ROWS,
        /** What names closed columns: refused if the table or they are closed. */
        COLUMN,
        /** Files with all columns: refused if anything of the table is closed. */
        WHOLE,
        /** Descriptions and lists: for everyone, without anything of what is closed. */
        TOLD
    }

    /**
     * A road.
     *
     * @param mapping as Spring has it
     * @param address with {@code {c}}, {@code {r}}, {@code {t}} for collection, release and table
     */
    record Road(String mapping, String address, Gives gives) {}

    private static final String ONE = "/api/v1/collections/{collection}";
    private static final String TABLE = ONE + "/tables/{table}";
    private static final String AT = "/api/v1/collections/{c}/tables/events";

    static final List<Road> ROADS = List.of(
            new Road("/", "/", Gives.TOLD),
            new Road("/about", "/about", Gives.TOLD),
            new Road("/collections/{collection}", "/collections/{c}", Gives.TOLD),
            new Road("/collections/{collection}", "/collections/{c}?format=schema-org", Gives.TOLD),
            new Road("/collections/{collection}", "/collections/{c}?format=datacite-json", Gives.TOLD),
            new Road("/collections/{collection}/releases/{release}", "/collections/{c}/releases/{r}", Gives.TOLD),
            new Road("/collections/{collection}/{table}", "/collections/{c}/events?release={r}", Gives.ROWS),
            new Road("/events", "/events", Gives.TOLD),
            new Road("/files", "/files", Gives.TOLD),
            new Road("/catalog", "/catalog", Gives.TOLD),
            new Road("/oai", "/oai?verb=ListRecords&metadataPrefix=ivo_vor", Gives.TOLD),
            new Road("/oai", "/oai?verb=ListRecords&metadataPrefix=oai_datacite", Gives.TOLD),
            new Road("/api/v1/collections", "/api/v1/collections", Gives.TOLD),
            new Road(ONE, "/api/v1/collections/{c}?release={r}", Gives.TOLD),
            new Road(ONE + "/releases", "/api/v1/collections/{c}/releases", Gives.TOLD),
            new Road(TABLE, AT + "?release={r}", Gives.TOLD),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=csv", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=json", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=votable", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=fits", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=hdf5", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=root", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=parquet", Gives.ROWS),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=csv&columns=tag", Gives.COLUMN),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=csv&columns=plain&order=secret", Gives.COLUMN),
            new Road(TABLE + "/rows", AT + "/rows?release={r}&format=csv&where=secret>1", Gives.COLUMN),
            new Road(TABLE + "/count", AT + "/count?release={r}", Gives.ROWS),
            new Road(TABLE + "/count", AT + "/count?release={r}&where=secret>424250", Gives.COLUMN),
            new Road(TABLE + "/histogram", AT + "/histogram?release={r}&column=plain&bins=4", Gives.ROWS),
            new Road(TABLE + "/histogram", AT + "/histogram?release={r}&column=secret&bins=4", Gives.COLUMN),
            new Road(
                    TABLE + "/histogram",
                    AT + "/histogram?release={r}&column=plain&column2=secret&bins=4&bins2=4",
                    Gives.COLUMN),
            new Road(TABLE + "/sky", AT + "/sky?release={r}", Gives.ROWS),
            new Road(TABLE + "/moc", AT + "/moc?release={r}&format=ascii", Gives.ROWS),
            new Road(TABLE + "/moc", AT + "/moc?release={r}&format=ascii&axis=time", Gives.ROWS),
            new Road(TABLE + "/cubes", AT + "/cubes?release={r}&form=json&active=" + cube("plain"), Gives.ROWS),
            new Road(TABLE + "/cubes", AT + "/cubes?release={r}&form=json&active=" + cube("secret"), Gives.COLUMN),
            new Road(TABLE + "/events/{key}", AT + "/events/plain=3?release={r}", Gives.ROWS),
            new Road(
                    "/collections/{collection}/{table}/events/{key}",
                    "/collections/{c}/events/events/plain=3?release={r}",
                    Gives.ROWS),
            new Road(
                    "/collections/{collection}/{table}/compare",
                    "/collections/{c}/events/compare?release-a={r}&b=plain>3",
                    Gives.ROWS),
            new Road(
                    "/files/{collection}/{release}/original/{*path}",
                    "/files/{c}/{r}/original/events.csv",
                    Gives.WHOLE),
            new Road("/api/v1/events", "/api/v1/events?format=csv", Gives.TOLD),
            new Road("/api/v1/events/count", "/api/v1/events/count", Gives.TOLD),
            new Road("/api/v1/events/sky", "/api/v1/events/sky", Gives.TOLD),
            new Road(
                    "/api/v1/events/cubes",
                    "/api/v1/events/cubes?form=json&active="
                            + URLEncoder.encode("{\"sky\": 2}", StandardCharsets.UTF_8),
                    Gives.TOLD),
            new Road("/scs/{collection}/{table}", "/scs/{c}/events?RA=15&DEC=25&SR=30&VERB=3&RELEASE={r}", Gives.ROWS),
            new Road("/datalink", "/datalink?ID={c}/{r}/events", Gives.TOLD),
            new Road("/soda/sync", "/soda/sync?ID={c}/{r}/events&CIRCLE=15+25+30", Gives.ROWS),
            new Road("/soda/sync", "/soda/sync?ID={c}/{r}/events&POLYGON=1+1+60+1+60+60+1+60", Gives.ROWS),
            new Road("/files/{collection}/{release}/SHA256SUMS", "/files/{c}/{r}/SHA256SUMS", Gives.TOLD),
            new Road("/files/{collection}/{release}/{*path}", "/files/{c}/{r}/{file}", Gives.WHOLE),
            new Road("/adql", "/adql", Gives.TOLD));

    private static String cube(String column) {
        return URLEncoder.encode("{\"column\": \"%s\"}".formatted(column), StandardCharsets.UTF_8);
    }

    /** Addresses that are not walked by the table above, and why. */
    static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("/account", "one's own account"),
            Map.entry("/admin", "operators alone, held by the gate"),
            Map.entry("/api/v1/account", "one's own account"),
            Map.entry("/rpc", "calls of the same services; walked by AccessCallsIT"),
            Map.entry("/requests", "walked in requests of AccessIT"),
            Map.entry("/api/v1/requests", "walked in requests of AccessIT"),
            Map.entry("/api/v1/adql", "columns and sizes of an answer, no rows; walked in queries of AccessIT"),
            Map.entry("/api/v1/files", "catalogued files, by FileAccessTest"),
            Map.entry("/files/{id}", "a catalogued file, by FileAccessTest"),
            Map.entry("/files/{collection}/original", "original files, by FileAccessTest"),
            Map.entry("/files/{collection}/{release}/original", "their digests; the files are walked"),
            Map.entry("/collections/{collection}/files", "catalogued files, by FileAccessTest"),
            Map.entry("/collections/{collection}/{table}/events", "leads to the page of one event, which is walked"),
            Map.entry("/api/v1/collections/{collection}/files", "catalogued files, by FileAccessTest"),
            Map.entry("/api/v1/collections/{collection}/moc", "as that of the table; asks DataService"),
            Map.entry("/api/v1/openapi.json", "no data"),
            Map.entry("/health", "numbers of collections and copies"),
            Map.entry("/metrics", "numbers of requests and rows"),
            Map.entry("/error", "no data"));

    /** Whether an address is in one of the tables. */
    static boolean knows(String mapping) {
        return ROADS.stream().anyMatch(road -> road.mapping().equals(mapping))
                || OTHERWISE.keySet().stream()
                        .anyMatch(start -> mapping.equals(start) || mapping.startsWith(start + "/"));
    }
}

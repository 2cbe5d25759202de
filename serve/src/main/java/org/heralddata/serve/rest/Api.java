package org.heralddata.serve.rest;

import static org.heralddata.serve.rest.Parameter.ACTIVE;
import static org.heralddata.serve.rest.Parameter.AT;
import static org.heralddata.serve.rest.Parameter.AXIS;
import static org.heralddata.serve.rest.Parameter.BINS;
import static org.heralddata.serve.rest.Parameter.BINS2;
import static org.heralddata.serve.rest.Parameter.COLLECTIONS;
import static org.heralddata.serve.rest.Parameter.COLUMN;
import static org.heralddata.serve.rest.Parameter.COLUMN2;
import static org.heralddata.serve.rest.Parameter.COLUMNS;
import static org.heralddata.serve.rest.Parameter.CUBE_FORM;
import static org.heralddata.serve.rest.Parameter.FILE_COLLECTION;
import static org.heralddata.serve.rest.Parameter.FILE_ORDER;
import static org.heralddata.serve.rest.Parameter.FORMAT;
import static org.heralddata.serve.rest.Parameter.FROM;
import static org.heralddata.serve.rest.Parameter.IDS;
import static org.heralddata.serve.rest.Parameter.INSTRUMENT;
import static org.heralddata.serve.rest.Parameter.LIMIT;
import static org.heralddata.serve.rest.Parameter.MAX;
import static org.heralddata.serve.rest.Parameter.MAX2;
import static org.heralddata.serve.rest.Parameter.MAXREC;
import static org.heralddata.serve.rest.Parameter.MIN;
import static org.heralddata.serve.rest.Parameter.MIN2;
import static org.heralddata.serve.rest.Parameter.MOC_FORMAT;
import static org.heralddata.serve.rest.Parameter.NAME;
import static org.heralddata.serve.rest.Parameter.OFFSET;
import static org.heralddata.serve.rest.Parameter.OF_RELEASE;
import static org.heralddata.serve.rest.Parameter.ORDER;
import static org.heralddata.serve.rest.Parameter.PARTS;
import static org.heralddata.serve.rest.Parameter.QUERY;
import static org.heralddata.serve.rest.Parameter.RELEASE;
import static org.heralddata.serve.rest.Parameter.RUN;
import static org.heralddata.serve.rest.Parameter.SAMPLED;
import static org.heralddata.serve.rest.Parameter.SCALE;
import static org.heralddata.serve.rest.Parameter.SCALE2;
import static org.heralddata.serve.rest.Parameter.SKY_ORDER;
import static org.heralddata.serve.rest.Parameter.TO;
import static org.heralddata.serve.rest.Parameter.VIEWS;
import static org.heralddata.serve.rest.Parameter.WAIT;
import static org.heralddata.serve.rest.Parameter.WHERE;

import java.util.List;

/** Every address of the API. What a request may ask and what {@code openapi.json} says both come from here. */
enum Api {
    LIST(Api.ALL_COLLECTIONS, "Collections, each in its newest release", false),
    COLLECTION(Api.ONE_COLLECTION, "One collection with its tables", false, RELEASE),
    RELEASES(Api.ALL_RELEASES, "Releases of a collection, newest first", false),
    TABLE(Api.ONE_TABLE, "A table: columns with unit, UCD, description, range and statistics", false, RELEASE),
    ROWS(
            Api.TABLE_ROWS,
            "Rows that pass a selection, in any format",
            true,
            WHERE,
            COLUMNS,
            ORDER,
            LIMIT,
            OFFSET,
            FORMAT,
            RELEASE),
    COUNT(
            Api.TABLE_COUNT,
            "How many rows pass, and what an export of them takes",
            true,
            WHERE,
            COLUMNS,
            LIMIT,
            OFFSET,
            RELEASE),
    HISTOGRAM(
            Api.TABLE_HISTOGRAM,
            "Counts in bins of one column, or of two",
            true,
            COLUMN,
            BINS,
            MIN,
            MAX,
            SCALE,
            COLUMN2,
            BINS2,
            MIN2,
            MAX2,
            SCALE2,
            WHERE,
            RELEASE),
    EVENT(
            Api.ONE_EVENT,
            "One event: values by component, stations with what it left in them, its neighbours in a selection",
            false,
            WHERE,
            AT,
            RELEASE),
    SKY(Api.TABLE_SKY, "Rows in nested HEALPix cells", true, SKY_ORDER, WHERE, RELEASE),
    CUBES(
            Api.TABLE_CUBES,
            "Cubes for linked views: the brushed view, as finely as pixels, against every other view",
            true,
            ACTIVE,
            VIEWS,
            WHERE,
            SAMPLED,
            CUBE_FORM,
            RELEASE),
    MOC(Api.TABLE_MOC, "Where on the sky or when a table has rows, as a MOC", false, AXIS, MOC_FORMAT, RELEASE),
    COLLECTION_MOC(
            Api.COLLECTION_MOC_PATH,
            "Where on the sky or when a collection has rows, as a MOC",
            false,
            AXIS,
            MOC_FORMAT,
            RELEASE),
    EVENTS(
            Api.ALL_EVENTS,
            "Common events of many collections that pass one selection",
            true,
            WHERE,
            COLLECTIONS,
            LIMIT,
            FORMAT),
    EVENTS_COUNT(Api.ALL_EVENTS_COUNT, "How many common events pass, table by table", true, WHERE, COLLECTIONS),
    EVENTS_SKY(Api.ALL_EVENTS_SKY, "Common events in nested HEALPix cells", true, SKY_ORDER, WHERE, COLLECTIONS),
    EVENTS_CUBES(
            Api.ALL_EVENTS_CUBES,
            "Cubes for linked views of common events: their time and the sky",
            true,
            ACTIVE,
            VIEWS,
            WHERE,
            COLLECTIONS,
            SAMPLED,
            CUBE_FORM),
    FILE_SEARCH(
            Api.CATALOGUED_FILES,
            "Catalogued files that pass a selection, with all that is known of them",
            true,
            FILE_COLLECTION,
            WHERE,
            FROM,
            TO,
            RUN,
            INSTRUMENT,
            NAME,
            FILE_ORDER,
            LIMIT,
            OFFSET,
            FORMAT),
    FILE_COUNT(
            Api.CATALOGUED_FILES_COUNT,
            "How many files pass, their size, rows, states and time span",
            true,
            FILE_COLLECTION,
            WHERE,
            FROM,
            TO,
            RUN,
            INSTRUMENT,
            NAME),
    FILE_COVERAGE(
            Api.CATALOGUED_FILES_COVERAGE,
            "Which times the files that pass cover, by collection or, of one collection, by instrument",
            true,
            FILE_COLLECTION,
            WHERE,
            FROM,
            TO,
            RUN,
            INSTRUMENT,
            NAME,
            PARTS),
    FILE_COLLECTION_LIST(
            Api.FILE_COLLECTIONS, "Collections whose files are catalogued, with the fields of these", false),
    FILES_OF_COLLECTION(Api.COLLECTION_FILES, "The fields and counts of a collection's files", false),
    FILE_DETAIL(Api.ONE_FILE, "All that is known of one file, its history and provenance", false),
    REQUESTS(Api.ALL_REQUESTS, "Data requests whose ids are given; POST orders one", false, IDS),
    ESTIMATE_OF_REQUEST(Api.REQUEST_ESTIMATE, "What a data request means and costs; nothing is ordered", false),
    REQUEST(
            Api.ONE_REQUEST,
            "The state of a data request, or what an identifier stands for; DELETE removes the request",
            false,
            WAIT),
    EVENTS_OF_REQUEST(Api.REQUEST_EVENTS, "A request as it goes on, as Server-Sent Events", false),
    EVENTS_OF_REQUESTS(Api.ALL_REQUEST_EVENTS, "Requests as they go on, as Server-Sent Events", false, IDS),
    EXTENSION_OF_REQUEST(Api.REQUEST_EXTEND, "Keeps a data request longer", false),
    ORDER_OF_REQUEST(Api.REQUEST_RESUBMIT, "Orders the same data again, or those of the newest releases", false),
    TEMPLATE_OF_REQUEST(Api.REQUEST_TEMPLATE, "The order of a data request, to be changed and sent", false, OF_RELEASE),
    NAME_OF_REQUEST(Api.REQUEST_RENAME, "Changes the title of a data request", false),
    SHARE_OF_REQUEST(
            Api.REQUEST_SHARE, "By which address a data request may be read; POST shares, DELETE revokes", false),
    SHARED(Api.SHARED_REQUEST, "A data request that was shared", false),
    RESULT_OF_SHARED(Api.SHARED_RESULT, "The package of a data request that was shared; byte ranges", false),
    FILE_OF_SHARED(Api.SHARED_FILE, "One file of such a package; byte ranges", false),
    CANCEL_OF_REQUEST(Api.REQUEST_CANCEL, "Stops the work on a data request", false),
    RESULT_OF_REQUEST(Api.REQUEST_RESULT, "The package that was made; byte ranges", false),
    FILE_OF_REQUEST(Api.REQUEST_FILE, "One file of a package; byte ranges", false),
    ACCOUNT(Api.OWN_ACCOUNT, "Whose token or session it is: account, groups, scopes", false),
    ADQL_CHECK(
            Api.CHECKED_ADQL,
            "The mistakes of a query in ADQL and the columns of its answer, without running it",
            true,
            QUERY),
    ADQL_ESTIMATE(
            Api.ESTIMATED_ADQL,
            "What a query in ADQL would read, give and take, with advice, before it runs",
            true,
            QUERY,
            MAXREC),
    RPC(Api.RPC_PATH, "How to call JSON-RPC 2.0; POST calls it", false),
    OPENRPC(Api.OPENRPC_JSON, "The methods of JSON-RPC, described by OpenRPC", false),
    OPENAPI(Api.OPENAPI_JSON, "This description", false),
    HEALTH(Api.HEALTH_PATH, "Whether the server can answer", false),
    METRICS(Api.METRICS_PATH, "Figures of the server for Prometheus", false),
    SUMS_OF_ORIGINALS(Api.ORIGINAL_SUMS, "SHA-256 of every catalogued file of a collection, for sha256sum -c", false),
    ORIGINAL(Api.ORIGINALS, "A catalogued file as it is; byte ranges", false),
    SUMS_OF_RELEASE_ORIGINALS(
            Api.RELEASE_ORIGINAL_SUMS, "SHA-256 of every file that a release was made from, for sha256sum -c", false),
    RELEASE_ORIGINAL(Api.RELEASE_ORIGINALS, "A file that a release was made from; byte ranges", false),
    SUMS(Api.FILE_SUMS, "SHA-256 of every file of a release, for sha256sum -c", false),
    FILE(Api.FILES, "A file of a release; byte ranges", false);

    static final String ALL_COLLECTIONS = "/api/v1/collections";
    static final String ONE_COLLECTION = ALL_COLLECTIONS + "/{collection}";
    static final String ALL_RELEASES = ONE_COLLECTION + "/releases";
    static final String ONE_TABLE = ONE_COLLECTION + "/tables/{table}";
    static final String ONE_EVENT = ONE_TABLE + "/events/{key}";
    static final String TABLE_ROWS = ONE_TABLE + "/rows";
    static final String TABLE_COUNT = ONE_TABLE + "/count";
    static final String TABLE_HISTOGRAM = ONE_TABLE + "/histogram";
    static final String TABLE_SKY = ONE_TABLE + "/sky";
    static final String TABLE_CUBES = ONE_TABLE + "/cubes";
    static final String TABLE_MOC = ONE_TABLE + "/moc";
    static final String COLLECTION_MOC_PATH = ONE_COLLECTION + "/moc";
    static final String ALL_EVENTS = "/api/v1/events";
    static final String ALL_EVENTS_COUNT = ALL_EVENTS + "/count";
    static final String ALL_EVENTS_SKY = ALL_EVENTS + "/sky";
    static final String ALL_EVENTS_CUBES = ALL_EVENTS + "/cubes";
    static final String CATALOGUED_FILES = "/api/v1/files";
    static final String CATALOGUED_FILES_COUNT = CATALOGUED_FILES + "/count";
    static final String CATALOGUED_FILES_COVERAGE = CATALOGUED_FILES + "/coverage";
    static final String FILE_COLLECTIONS = CATALOGUED_FILES + "/collections";
    static final String ONE_FILE = CATALOGUED_FILES + "/{id}";
    static final String COLLECTION_FILES = ONE_COLLECTION + "/files";
    static final String ALL_REQUESTS = "/api/v1/requests";
    static final String REQUEST_ESTIMATE = ALL_REQUESTS + "/estimate";
    static final String ONE_REQUEST = ALL_REQUESTS + "/{id}";
    static final String REQUEST_EVENTS = ONE_REQUEST + "/events";
    static final String ALL_REQUEST_EVENTS = ALL_REQUESTS + "/events";
    static final String REQUEST_EXTEND = ONE_REQUEST + "/extend";
    static final String REQUEST_RESUBMIT = ONE_REQUEST + "/resubmit";
    static final String REQUEST_TEMPLATE = ONE_REQUEST + "/template";
    static final String REQUEST_RENAME = ONE_REQUEST + "/rename";
    static final String REQUEST_SHARE = ONE_REQUEST + "/share";
    static final String SHARED_REQUESTS = ALL_REQUESTS + "/shared";
    static final String SHARED_REQUEST = SHARED_REQUESTS + "/{token}";
    static final String SHARED_RESULT = SHARED_REQUEST + "/result";
    static final String SHARED_FILE = SHARED_REQUEST + "/files/{name}";
    static final String REQUEST_CANCEL = ONE_REQUEST + "/cancel";
    static final String REQUEST_RESULT = ONE_REQUEST + "/result";
    static final String REQUEST_FILE = ONE_REQUEST + "/files/{name}";
    static final String OWN_ACCOUNT = "/api/v1/account";
    static final String CHECKED_ADQL = "/api/v1/adql/check";
    static final String ESTIMATED_ADQL = "/api/v1/adql/estimate";
    static final String RPC_PATH = "/rpc";
    static final String OPENRPC_JSON = RPC_PATH + "/openrpc.json";
    static final String OPENAPI_JSON = "/api/v1/openapi.json";
    static final String HEALTH_PATH = "/health";
    static final String METRICS_PATH = "/metrics";
    static final String ORIGINAL_SUMS = "/files/{collection}/original/SHA256SUMS";
    static final String ORIGINALS = "/files/{collection}/original/{*path}";
    static final String RELEASE_ORIGINAL_SUMS = "/files/{collection}/{release}/original/SHA256SUMS";
    static final String RELEASE_ORIGINALS = "/files/{collection}/{release}/original/{*path}";
    static final String FILE_SUMS = "/files/{collection}/{release}/SHA256SUMS";
    static final String FILES = "/files/{collection}/{release}/{*path}";

    private final String path;
    private final String summary;
    private final boolean body;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of of records, so nothing can change it
    private final List<Parameter> parameters;

    Api(String path, String summary, boolean body, Parameter... parameters) {
        this.path = path;
        this.summary = summary;
        this.body = body;
        this.parameters = List.of(parameters);
    }

    /** A pattern of Spring and, but for {@code {*path}}, of OpenAPI. */
    String path() {
        return path;
    }

    String summary() {
        return summary;
    }

    /** Whether parameters may come as a JSON object in the body of a POST, where addresses would grow too long. */
    boolean body() {
        return body;
    }

    List<Parameter> parameters() {
        return parameters;
    }
}

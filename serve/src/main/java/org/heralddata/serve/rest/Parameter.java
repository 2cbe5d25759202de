package org.heralddata.serve.rest;

/** A parameter of an address, as users give it and as OpenAPI describes it. */
enum Parameter {
    WHERE("where", "string", "Selection, as text or JSON; everything if absent"),
    COLUMNS("columns", "string", "Names of columns, parted by commas; all if absent"),
    ORDER("order", "string", "Columns to sort by, parted by commas, falling with a minus before: `-ze,event_id`"),
    LIMIT("limit", "integer", "At most so many rows; all if absent"),
    OFFSET("offset", "integer", "Rows to leave out first"),
    FORMAT("format", "string", "Format of the rows; by the `Accept` header if absent, else json"),
    RELEASE("release", "string", "Name of a release; the newest if absent"),
    COLUMN("column", "string", "Column of the horizontal axis"),
    BINS("bins", "integer", "Number of bins, 1 to 10000; 100 if absent"),
    MIN("min", "string", "Lower edge, in the column's unit or as a time; the least value if absent"),
    MAX("max", "string", "Upper edge; the greatest value if absent"),
    SCALE("scale", "string", "`linear` or `log`; linear if absent"),
    COLUMN2(
            "column2",
            "string",
            "Column of the vertical axis; makes the histogram 2-D, with at most 1000 bins an axis"),
    BINS2("bins2", "integer", "Number of bins of the vertical axis"),
    MIN2("min2", "string", "Lower edge of the vertical axis"),
    MAX2("max2", "string", "Upper edge of the vertical axis"),
    SCALE2("scale2", "string", "Scale of the vertical axis"),
    SKY_ORDER("order", "integer", "HEALPix order, 0 to 10; 5 if absent"),
    ACTIVE(
            "active",
            "object",
            "The view to be brushed, in JSON: `{\"column\": \"ze\"}` with `bins` `min` `max` `scale` `stops` if wanted,"
                    + " `{\"x\": {…}, \"y\": {…}}` or `{\"sky\": 4}`"),
    VIEWS("views", "array", "The other views, a list of the same, each with its own `cut`, which all others obey"),
    SAMPLED("sampled", "boolean", "`true` if counts of a sample of the rows will do for now"),
    CUBE_FORM("form", "string", "`arrays` or `json`; by the `Accept` header if absent, else arrays"),
    AXIS("axis", "string", "`space`, `time` or `spacetime`; space if absent"),
    MOC_FORMAT("format", "string", "`ascii`, `json` or `fits`; json if absent"),
    COLLECTIONS("collections", "string", "Ids of collections, parted by commas; all if absent"),
    FILE_COLLECTION(
            "collection",
            "string",
            "Ids of collections, parted by commas; all if absent. Of one alone all its fields may be named, of several"
                    + " those that every collection has"),
    FILE_ORDER(
            "order", "string", "Fields to sort by, parted by commas, falling with a minus before: `-time_start,run`"),
    FROM("from", "string", "Only files that cover this time (UTC) or a later one"),
    TO("to", "string", "Only files that cover this time (UTC) or an earlier one"),
    RUN("run", "string", "Run numbers, parted by commas, or intervals of them: `7,100..120`"),
    INSTRUMENT("instrument", "string", "Name of the instrument"),
    NAME("name", "string", "Part of the path"),
    IDS("ids", "string", "Ids of requests, parted by commas, at most 200"),
    AT("at", "integer", "Place of the event in the selection, from 0, if it is known"),
    WAIT("wait", "integer", "Seconds to wait for another state, at most 60; 0 if absent"),
    OF_RELEASE("release", "string", "`same`: that of the first time, or `newest`; same if absent"),
    QUERY("query", "string", "A query in ADQL 2.1"),
    MAXREC("maxrec", "integer", "Rows that the answer may have, as MAXREC of TAP; the server's usual number if absent"),
    PARTS("parts", "integer", "Equal parts that the time span is cut into, 1 to 10000; 200 if absent");

    private final String key;
    private final String type;
    private final String description;

    Parameter(String key, String type, String description) {
        this.key = key;
        this.type = type;
        this.description = description;
    }

    /** The name in addresses and bodies. */
    String key() {
        return key;
    }

    /** A type of JSON Schema. */
    String type() {
        return type;
    }

    String description() {
        return description;
    }
}

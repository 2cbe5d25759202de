package org.heralddata.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.WriteOption;

/**
 * All that can be asked of a home's releases. Safe for many threads; may be called from virtual threads.
 *
 * <p>A selection ({@code where}) is text of the selection language or its JSON form; an empty text selects everything. Every
 * method refuses unknown collections, releases, tables and columns and faulty selections with {@link Refusal}; so it does
 * when too many queries wait ({@link QueryCode#BUSY}) or one takes too long ({@link QueryCode#TIME_OUT}). Interrupting the
 * calling thread cancels its query.
 *
 * <p>It answers to one {@link Viewer}, to everyone at first. Collections and their descriptions are for everyone; of what is closed to the
 * viewer nothing is told but that ({@link org.heralddata.query.access.PermittedCatalogue}), rows of it are refused ({@link
 * QueryCode#RESTRICTED}), its common events skipped.
 */
public interface DataService extends AutoCloseable {

    /** The same as somebody may see it. Cheap: engine and answers are shared. Never to be closed by itself. */
    DataService as(Viewer viewer);

    /** The newest release of each collection, by id. What was withdrawn is known to {@link #published} only. */
    List<Release> collections();

    /** All releases of a collection, newest first, at least one. */
    List<Release> releases(CollectionId collection);

    /** Every collection that was ever published, by id, with what became of it: the withdrawn ones, too. */
    List<PublishedCollection> published();

    /** The newest release. */
    Release latest(CollectionId collection);

    /** The release that {@code ref} names, or the newest. */
    Release release(TableRef ref);

    /** The table that {@code ref} names. */
    PublishedTable table(TableRef ref);

    /** What a selection of this table means, in its canonical forms. */
    Selection selection(TableRef ref, String where);

    /** How many rows pass. Exact. */
    Count count(TableRef ref, String where);

    /** How many rows pass and what an export of them takes. */
    Estimate estimate(TableRef ref, RowsRequest request);

    /** Several histograms of one selection in one scan, in the order asked for. At most 64. */
    List<Histogram> histograms(TableRef ref, String where, List<HistogramSpec> specs);

    /** A 2-D histogram. */
    Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y);

    /**
     * Rows per HEALPix cell; refuses more than 786 432 cells that hold rows.
     *
     * @param order 0 to 10: cells of 58.6 to 0.057 degrees
     */
    SkyMap skyMap(TableRef ref, String where, int order);

    /**
     * Cubes for linked views: of the active view, at the resolution of a brush, against every other view. Exact, unless a
     * sample was asked for and looked at, which the answer says.
     */
    PackedCubes cubes(TableRef ref, CubeQuestion question);

    /** The rows that pass, as a stream to be closed. */
    RowStream rows(TableRef ref, RowsRequest request);

    /** The rows that pass, as a file. Refuses before a byte is written. */
    Export export(TableRef ref, RowsRequest request, ExportForm form);

    /** What files of so many rows of such columns take, by format. */
    SequencedMap<String, Estimate.Size> sizes(TableHeader header, long rows);

    /** Names of the formats that {@link #export} knows, in alphabetical order. */
    List<String> exportFormats();

    /** What a format leaves to choose; nothing for most. */
    List<WriteOption> writeOptions(String format);

    /** One selection over the common events of many collections, counted for each table. */
    EventCount countEvents(EventsRequest request);

    /** One selection over the common events of many collections, row after row, table after table. */
    EventRows eventRows(EventsRequest request);

    /** The releases that {@link #eventRows} reads, by collection. */
    List<Release> eventReleases(EventsRequest request);

    /** What a selection of common events means, in its canonical forms. */
    Selection eventSelection(String where);

    /** How many common events pass and what an export of them takes. */
    Estimate estimateEvents(EventsRequest request);

    /** What a file of these common events says of itself, with its number of rows counted. */
    TableHeader eventsHeader(EventsRequest request);

    /** {@link #eventRows} as a file. */
    Export exportEvents(EventsRequest request, ExportForm form);

    /** Common events per HEALPix cell; {@code order} 0 to 10; refuses as {@link #skyMap} does. */
    SkyMap eventSkyMap(EventsRequest request, int order);

    /**
     * Cubes for linked views of common events: of their {@code time} and the sky, all tables added up. Exact; {@code where} of the question is not
     * looked at, but that of the request.
     */
    PackedCubes eventCubes(EventsRequest request, CubeQuestion question);

    /** What of a release is not for everyone today, and whether it is closed to who asks; the release as a whole first. */
    List<Restriction> restrictions(Release release);

    /** Refuses if no data of a release are open to who asks ({@link QueryCode#RESTRICTED}). */
    void requireOpen(Release release);

    /** Refuses if no data of a table are open to who asks. */
    void requireOpen(Release release, String table);

    /**
     * Where a file of a release lies on this machine, to be read only; empty if the release has none at this path. Refuses a file of a
     * table of which anything is closed to who asks: files hold all columns.
     */
    Optional<Path> file(Release release, String path);

    /** How far the copies of tables are that make answers quick. */
    CopyStatus copies();

    /** Stops the engine; queries under way are cancelled. */
    @Override
    void close();
}

package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is exported is read back equal by astropy, h5py and pyarrow, and says what it is. */
@TestInstance(Lifecycle.PER_CLASS)
class ExportIT {
    private static final int ROWS = 20_000;
    private static final String ROWS_OF = "/api/v1/collections/toy/tables/events/rows?";
    private static final List<Column> COLUMNS = List.of(
            Column.of("uuid", ColumnType.STRING).withUcd("meta.id;meta.main"),
            Column.of("n", ColumnType.INT64).withDescription("a number beyond 2^53"),
            Column.of("small", ColumnType.INT16),
            Column.of("e", ColumnType.FLOAT32).withUnit("log(eV)").withUcd("phys.energy"),
            Column.of("ze", ColumnType.FLOAT64)
                    .withUnit("deg")
                    .withUcd("pos.az.zd")
                    .withDescription("Zenith angle"),
            Column.of("ra", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.ra"),
            Column.of("dec", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.dec"),
            Column.of("healpix", ColumnType.INT64),
            Column.of("time", ColumnType.TIMESTAMP).withUcd("time.epoch"),
            Column.of("kind", ColumnType.STRING),
            Column.of("flag", ColumnType.BOOL),
            Column.of("edep", ColumnType.FLOAT32).withShape(Shape.LIST).withUnit("MeV"));

    @TempDir
    private Path folder;

    private ServedHome served;

    @BeforeAll
    void publish(@TempDir Path home) {
        served = ServedHome.open(home.resolve("home"));
        try (ReleaseTransaction release = served.home().begin(new CollectionId("toy"), Optional.of("r1"))) {
            StagedTable table = release.table("events", COLUMNS, SortOrder.TIME, "time");
            for (int from = 0; from < ROWS; from += Batch.ROWS) {
                table.append(batch(from, Math.min(Batch.ROWS, ROWS - from)));
            }
            table.finish();
            release.commit(about(), "herald test", "herald: 1\n", List.of(published()), List.of(), List.of());
        }
    }

    @AfterAll
    void close() {
        served.close();
    }

    private static Batch batch(int from, int rows) {
        var uuid = new String[rows];
        var n = new long[rows];
        var small = new long[rows];
        var e = new double[rows];
        var ze = new double[rows];
        var ra = new double[rows];
        var dec = new double[rows];
        var healpix = new long[rows];
        var time = new long[rows];
        var kind = new String[rows];
        var flag = new long[rows];
        var offsets = new int[rows + 1];
        var edep = new double[3 * rows];
        var nulls = new BitSet();
        for (int i = 0; i < rows; i++) {
            int k = from + i;
            uuid[i] = "00000000-0000-5000-8000-%012d".formatted(k);
            n[i] = Long.MAX_VALUE - k;
            small[i] = k % 100 - 50L;
            e[i] = (float) (14 + k % 1000 / 300.0);
            ze[i] = k % 600 / 10.0;
            ra[i] = k * 0.018;
            dec[i] = 60 * Math.sin(k * 0.1);
            healpix[i] = Healpix.index(29, ra[i], dec[i]);
            time[i] = 1_072_915_200_000_000_001L + k * 1_000_000_007L;
            kind[i] = k % 2 == 0 ? "gamma" : "a, \"b\" <é>";
            flag[i] = k % 3 == 0 ? 1 : 0;
            nulls.set(i, k % 7 == 6);
            offsets[i + 1] = offsets[i] + k % 3;
            for (int j = offsets[i]; j < offsets[i + 1]; j++) {
                edep[j] = (float) (k * 0.1 + j - offsets[i]);
            }
        }
        return new Batch(
                rows,
                List.of(
                        new Vector.Strings(uuid, rows, null),
                        new Vector.Longs(n, rows, null),
                        new Vector.Longs(small, rows, nulls),
                        new Vector.Doubles(e, rows, nulls),
                        new Vector.Doubles(ze, rows, null),
                        new Vector.Doubles(ra, rows, null),
                        new Vector.Doubles(dec, rows, null),
                        new Vector.Longs(healpix, rows, null),
                        new Vector.Longs(time, rows, null),
                        new Vector.Strings(kind, rows, null),
                        new Vector.Longs(flag, rows, null),
                        new Vector.Lists(offsets, new Vector.Doubles(edep, offsets[rows], null), rows, null)));
    }

    private static CollectionDescription about() {
        return new CollectionDescription(
                new CollectionId("toy"),
                "Toy showers",
                "Showers for a test.",
                "cosmic-ray",
                null,
                null,
                null,
                List.of(new Creator("Doe, Jane", null, null)),
                new Licence("CC-BY-4.0", null),
                "10.1000/182",
                null,
                null,
                List.of(),
                new Access.Open());
    }

    private static PublishedTable published() {
        var columns = new ArrayList<PublishedColumn>();
        for (Column column : COLUMNS) {
            columns.add(new PublishedColumn(
                    column.name(),
                    column.type(),
                    column.shape(),
                    new Unit(column.unit() == null ? "" : column.unit()),
                    new Ucd(column.ucd() == null ? "" : column.ucd()),
                    column.description() == null ? "" : column.description(),
                    null,
                    null,
                    false,
                    new ColumnStatistics(column.name().equals("e") ? 2857 : 0, 0, 0, null, null)));
        }
        return new PublishedTable(
                "events",
                "Toy events",
                ROWS,
                columns,
                List.of(),
                new CommonEvent("uuid", "time", "ra", "dec", "healpix", null),
                SortOrder.TIME);
    }

    private static final String TRUTH = """
            import json, sys
            import numpy as np
            j = json.load(open(sys.argv[1]))
            names = [c['name'] for c in j['columns']]
            want = {n: [r[i] for r in j['rows']] for i, n in enumerate(names)}
            def same(name, got):
                got = [None if g is None or g is np.ma.masked else g for g in got]
                assert len(got) == len(want[name]), (name, len(got), len(want[name]))
                for g, w in zip(got, want[name]):
                    if w is None:
                        assert g is None or g != g or g is np.ma.masked, (name, g, w)
                    elif isinstance(w, str):
                        g = g.decode() if isinstance(g, bytes) else str(g)
                        assert g.strip() == w, (name, g, w)
                    elif isinstance(w, float):
                        assert float(g) == w or np.float32(g) == np.float32(w), (name, g, w)
                    else:
                        assert int(g) == w, (name, g, w)
            """;

    private static final String SELECTION = "ze < 20 deg and n > 9223372036854770000";

    private String[] files(String format, String extension) throws Exception {
        String query = ROWS_OF + "columns=uuid,n,small,e,ze,time,kind,flag&" + ServedHome.where(SELECTION);
        Path json = served.download(query + "&format=json", folder.resolve(format + ".json"));
        Path file = served.download(query + "&format=" + format, folder.resolve(format + "." + extension));
        return new String[] {json.toString(), file.toString()};
    }

    @Test
    void fitsIsReadByAstropy() throws Exception {
        String[] files = files("fits", "fits");
        Oracle.python("astropy", "numpy").run(TRUTH + """
                from astropy.io import fits
                with fits.open(sys.argv[2], checksum=True) as hdus:
                    h = hdus[1].header
                    t = hdus[1].data
                    assert h['TUNIT5'] == 'deg', h['TUNIT5']
                    text = repr(hdus[0].header) + repr(h)
                    for word in ('CC-BY-4.0', 'Doe', '10.1000/182', 'r1', 'ze < 20 deg'):
                        assert word in text, word
                    for n in ('uuid', 'n', 'flag', 'e', 'ze'):
                        same(n, t[n].tolist())
                    same('kind', [k.replace('\\\\u00e9', 'é') for k in t['kind'].tolist()])  # FITS has ASCII only
                    small = t['small'].tolist()
                    null = h['TNULL3']
                    same('small', [None if v == null else v for v in small])
                """, (Object[]) files);
    }

    @Test
    void votableIsReadByAstropy() throws Exception {
        String[] files = files("votable", "vot");
        Oracle.python("astropy", "numpy").run(TRUTH + """
                from astropy.io.votable import parse
                import warnings
                from astropy.io.votable.exceptions import W50
                warnings.simplefilter('error')
                warnings.simplefilter('ignore', W50)  # astropy does not know log(eV) of VOUnits
                doc = parse(sys.argv[2], verify='warn')
                table = doc.get_first_table()
                t = table.to_table()
                assert str(t['ze'].unit) == 'deg' and table.get_field_by_id_or_name('ze').ucd == 'pos.az.zd'
                text = open(sys.argv[2], 'rb').read().decode()
                for word in ('CC-BY-4.0', 'Doe', '10.1000/182', 'r1', 'ze &lt; 20 deg'):
                    assert word in text, word
                for n in ('uuid', 'n', 'small', 'e', 'ze', 'kind', 'flag'):
                    same(n, list(t[n]))
                """, (Object[]) files);
    }

    @Test
    void csvIsReadByAstropy() throws Exception {
        String[] files = files("csv", "csv");
        Oracle.python("astropy", "numpy").run(TRUTH + """
                import csv
                lines = [l for l in open(sys.argv[2], encoding='utf-8') if not l.startswith('#')]
                text = ''.join(l for l in open(sys.argv[2], encoding='utf-8') if l.startswith('#'))
                for word in ('CC-BY-4.0', '10.1000/182', 'ze < 20 deg'):
                    assert word in text, word
                rows = list(csv.DictReader(lines))
                for n in ('uuid', 'n', 'small', 'e', 'ze', 'kind'):
                    same(n, [None if r[n] == '' else r[n] for r in rows])
                """, (Object[]) files);
    }

    @Test
    void parquetIsReadByPyarrow() throws Exception {
        String[] files = files("parquet", "parquet");
        Oracle.python("pyarrow", "numpy").run(TRUTH + """
                import pyarrow.parquet as pq
                t = pq.read_table(sys.argv[2])
                text = repr(pq.read_metadata(sys.argv[2]).metadata) + repr(t.schema)
                for word in ('CC-BY-4.0', '10.1000/182', 'ze < 20 deg', 'pos.az.zd'):
                    assert word in text, word
                for n in ('uuid', 'n', 'small', 'e', 'ze', 'kind', 'flag'):
                    same(n, t[n].to_pylist())
                """, (Object[]) files);
    }

    @Test
    void hdf5IsReadByH5py() throws Exception {
        String[] files = files("hdf5", "h5");
        String shown = Oracle.python("h5py", "numpy").run(TRUTH + """
                import h5py
                found = {}
                def visit(name, thing):
                    if isinstance(thing, h5py.Dataset):
                        found[name.split('/')[-1]] = thing
                with h5py.File(sys.argv[2]) as f:
                    f.visititems(visit)
                    text = repr(dict(f.attrs)) + ''.join(repr(dict(f[k].attrs)) for k in f)
                    for word in ('CC-BY-4.0', '10.1000/182', 'ze < 20 deg'):
                        assert word in text, (word, text)
                    for n in ('uuid', 'n', 'e', 'ze', 'kind', 'flag'):
                        assert n in found, sorted(found)
                        same(n, found[n][:].tolist())
                    print(found['ze'].attrs['units'] if 'units' in found['ze'].attrs else found['ze'].attrs['unit'])
                """, (Object[]) files);
        assertThat(shown).contains("deg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "fits", "hdf5", "json", "parquet", "tsv", "votable"})
    void exportsListsAndEmptySelectionsInEveryFormat(String format) throws Exception {
        Path lists = served.download(
                ROWS_OF + "columns=uuid,edep&limit=10000&format=" + format, folder.resolve("lists." + format));
        Path none = served.download(
                ROWS_OF + ServedHome.where("ze > 90") + "&format=" + format, folder.resolve("none." + format));
        assertThat(lists).isNotEmptyFile();
        assertThat(none).isNotEmptyFile();
    }

    @Test
    void estimatesAreOfTheRightOrder() throws Exception {
        JsonNode count = served.json("/api/v1/collections/toy/tables/events/count");
        assertThat(count.path("rows").asLong()).isEqualTo(ROWS);
        for (String format : List.of("csv", "fits", "hdf5", "json", "parquet", "tsv", "votable")) {
            long bytes = java.nio.file.Files.size(
                    served.download(ROWS_OF + "format=" + format, folder.resolve("all." + format)));
            long told = count.path("estimates").path(format).path("bytes").asLong();
            assertThat((double) told).as(format).isBetween(bytes / 3.0, bytes * 3.0);
        }
    }

    @Test
    void servesTheFilesThatTheCatalogueLists() throws Exception {
        JsonNode file = served.json("/api/v1/collections/toy/releases")
                .path("releases")
                .get(0)
                .path("files")
                .get(0);
        Path got = served.download("/files/toy/r1/" + file.path("path").asString(), folder.resolve("file.parquet"));
        assertThat(java.nio.file.Files.size(got)).isEqualTo(file.path("bytes").asLong());
        var digest = java.security.MessageDigest.getInstance("SHA-256").digest(java.nio.file.Files.readAllBytes(got));
        assertThat(java.util.HexFormat.of().formatHex(digest))
                .isEqualTo(file.path("sha256").asString());
    }

    @Test
    void keepsNanoseconds() throws Exception {
        JsonNode rows = served.json(ROWS_OF + "columns=time&limit=2&order=time");
        assertThat(rows.path("rows").toString())
                .isEqualTo("[[\"2004-01-01T00:00:00.000000001Z\"],[\"2004-01-01T00:00:01.000000008Z\"]]");
        JsonNode one = served.json(ROWS_OF + "columns=n&" + ServedHome.where("time = 2004-01-01T00:00:01.000000008"));
        assertThat(one.path("rows").toString()).isEqualTo("[[9223372036854775806]]");
    }
}

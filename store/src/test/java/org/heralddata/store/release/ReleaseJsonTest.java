package org.heralddata.store.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.TableScan.ScanColumn;
import org.heralddata.store.release.StoredLayout.SortKeys;
import org.heralddata.store.release.StoredLayout.StoredTableLayout;
import org.junit.jupiter.api.Test;

class ReleaseJsonTest {

    @Test
    void givesReleasesBackAsTheyWere() {
        Release full = release(
                new Access.Restricted("members", LocalDate.of(2028, 1, 1)),
                new Site(49.0994, 8.4378, 110),
                new ColumnStatistics(1, 2, 3, -0.1, 1e300),
                new Range(Double.NEGATIVE_INFINITY, 60));
        assertThat(ReleaseJson.release(ReleaseJson.write(full))).isEqualTo(full);
    }

    @Test
    void givesWhatIsAbsentBackAsAbsent() {
        Release bare = release(new Access.Open(), null, new ColumnStatistics(0, 0, 0, null, null), null);
        assertThat(ReleaseJson.release(ReleaseJson.write(bare))).isEqualTo(bare);
    }

    @Test
    void listsThatAnOlderReleaseDoesNotHaveAreEmpty() {
        Release bare = release(new Access.Open(), null, new ColumnStatistics(0, 0, 0, null, null), null);
        String older = ReleaseJson.write(bare).replace(",\"examples\":[]", "");
        assertThat(older).doesNotContain("examples");
        assertThat(ReleaseJson.release(older)).isEqualTo(bare);
    }

    @Test
    void givesLayoutsBackAsTheyWere() {
        var layout = new StoredLayout(Map.of(
                "events",
                new StoredTableLayout(
                        List.of(new ScanColumn("adc", 7, ColumnType.UINT16, Shape.of(Shape.VARIES, 3))),
                        List.of(
                                new SortKeys("c/events/data/r1-00000.parquet", Long.MIN_VALUE, Long.MAX_VALUE),
                                new SortKeys("c/events/data/r1-00001.parquet", null, null)))));
        assertThat(ReleaseJson.layout(ReleaseJson.write(layout))).isEqualTo(layout);
    }

    private static Release release(
            Access access,
            @org.jspecify.annotations.Nullable Site site,
            ColumnStatistics statistics,
            @org.jspecify.annotations.Nullable Range declared) {
        var description = new CollectionDescription(
                new CollectionId("kascade"),
                "Title",
                "Äöü\n\"quoted\"",
                "cosmic-ray",
                "KASCADE",
                null,
                site,
                List.of(new Creator("A", "0000-0002-1825-0097", null)),
                new Licence("other", "https://example.org"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                access);
        var column = new PublishedColumn(
                "array_e",
                ColumnType.FLOAT32,
                Shape.of(2, 3),
                new Unit("log(eV)"),
                new Ucd("phys.energy"),
                "",
                "array",
                declared,
                false,
                statistics);
        var table = new PublishedTable(
                "events",
                "",
                3,
                List.of(column),
                List.of(new PublishedTable.Component("array", "", 2)),
                new CommonEvent("uuid", "t", null, null, null, new CommonEvent.Energy("array_e", EnergyScale.LOG10, 1)),
                SortOrder.TIME);
        return new Release(
                description,
                "r1",
                1,
                Instant.parse("2026-11-21T01:02:03.000004Z"),
                "herald 0.1",
                "herald: 1\n",
                List.of(table),
                List.of(new InputFile("a.h5", 5, "00", Instant.EPOCH, "hdf5", "events", 3)),
                List.of(new DataFile("events", "kascade/events/data/r1-00000.parquet", 9, 3, "ff")),
                List.of("a note"));
    }
}

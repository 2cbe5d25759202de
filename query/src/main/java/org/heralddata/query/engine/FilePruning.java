package org.heralddata.query.engine;

import java.util.List;
import java.util.function.Predicate;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.HealpixRange;
import org.heralddata.store.TableScan.ScanFile;

/** Leaves out files whose sort keys show that no row can pass. */
final class FilePruning {

    private FilePruning() {}

    static List<ScanFile> files(Source source, Cut cut) {
        Predicate<ScanFile> keep = file -> true;
        List<Cut> all = cut instanceof Cut.And(var parts) ? parts : List.of(cut);
        for (Cut part : all) {
            keep = keep.and(keeps(source, part));
        }
        return source.scan().files().stream().filter(keep).toList();
    }

    private static Predicate<ScanFile> keeps(Source source, Cut cut) {
        CommonEvent common = source.table().common();
        SortOrder sort = source.table().sort();
        return switch (cut) {
            case Cut.Cone cone
            when sort == SortOrder.SKY && isMain(cone, common) -> {
                List<HealpixRange> ranges =
                        Healpix.cone(cone.centre().raDeg(), cone.centre().decDeg(), cone.radiusDeg());
                yield file -> ranges.stream().anyMatch(r -> overlaps(file, r.first(), r.last()));
            }
            case Cut.Between(var left, Literal.Time(var low), Literal.Time(var high))
            when sort == SortOrder.TIME && left.column().equals(common.time()) ->
                file -> overlaps(file, micros(low), micros(high));
            case Cut.Compare(var left, var how, Literal.Time(var time))
            when sort == SortOrder.TIME && left.column().equals(common.time()) ->
                switch (how) {
                    case EQUAL -> file -> overlaps(file, micros(time), micros(time));
                    case LESS, AT_MOST -> file -> overlaps(file, Long.MIN_VALUE, micros(time));
                    case GREATER, AT_LEAST -> file -> overlaps(file, micros(time), Long.MAX_VALUE);
                    case NOT_EQUAL -> file -> true;
                };
            default -> file -> true;
        };
    }

    static boolean isMain(Cut.Cone cone, CommonEvent common) {
        return cone.ra().equals(common.ra()) && cone.dec().equals(common.dec());
    }

    private static boolean overlaps(ScanFile file, long first, long last) {
        return file.minSortKey() == null
                || file.maxSortKey() == null
                || (file.minSortKey() <= last && file.maxSortKey() >= first);
    }

    private static long micros(long nanoseconds) {
        return Math.floorDiv(nanoseconds, 1000);
    }
}

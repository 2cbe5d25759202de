package org.heralddata.formats.eventio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What types of objects are called. */
final class TypeNames {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(70, "history"),
            Map.entry(71, "command line"),
            Map.entry(72, "configuration"),
            Map.entry(75, "metadata"),
            Map.entry(100, "histograms"),
            Map.entry(1200, "CORSIKA run header"),
            Map.entry(1201, "telescope positions"),
            Map.entry(1202, "CORSIKA event header"),
            Map.entry(1203, "array offsets"),
            Map.entry(1204, "telescope data"),
            Map.entry(1205, "photon bunches"),
            Map.entry(1206, "camera layout"),
            Map.entry(1207, "trigger time"),
            Map.entry(1208, "photo-electrons"),
            Map.entry(1209, "CORSIKA event end"),
            Map.entry(1210, "CORSIKA run end"),
            Map.entry(1211, "longitudinal profile"),
            Map.entry(1212, "input card"),
            Map.entry(1213, "begin of an array"),
            Map.entry(1214, "end of an array"),
            Map.entry(1215, "extra parameters"),
            Map.entry(1216, "atmospheric profile"),
            Map.entry(2000, "run header"),
            Map.entry(2001, "MC run header"),
            Map.entry(2002, "camera settings"),
            Map.entry(2003, "camera organisation"),
            Map.entry(2004, "pixel settings"),
            Map.entry(2005, "disabled pixels"),
            Map.entry(2006, "camera software settings"),
            Map.entry(2007, "pointing correction"),
            Map.entry(2008, "drive settings"),
            Map.entry(2009, "trigger"),
            Map.entry(2010, "array event"),
            Map.entry(2011, "telescope event header"),
            Map.entry(2012, "ADC sums"),
            Map.entry(2013, "ADC samples"),
            Map.entry(2014, "image parameters"),
            Map.entry(2015, "stereo reconstruction"),
            Map.entry(2016, "pixel timing"),
            Map.entry(2017, "calibrated pixels"),
            Map.entry(2020, "MC shower"),
            Map.entry(2021, "MC event"),
            Map.entry(2022, "camera monitoring"),
            Map.entry(2023, "laser calibration"),
            Map.entry(2024, "run statistics"),
            Map.entry(2025, "MC run statistics"),
            Map.entry(2026, "photo-electron sums"),
            Map.entry(2027, "pixel list"),
            Map.entry(2028, "calibration event"),
            Map.entry(2029, "digital traces"),
            Map.entry(2030, "analog traces"),
            Map.entry(2032, "pixel trigger times"),
            Map.entry(2033, "pixel monitoring"),
            Map.entry(2034, "calibration photo-electrons"),
            Map.entry(Header.TRACKING, "tracking"),
            Map.entry(Header.TELESCOPE_EVENT, "telescope event"));

    private TypeNames() {}

    /** Null of a type that is not publicly known. */
    static @Nullable String of(Header header) {
        return NAMES.get(header.family());
    }
}

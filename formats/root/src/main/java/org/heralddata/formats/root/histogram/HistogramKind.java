package org.heralddata.formats.root.histogram;

import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.ObjectReader;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.formats.root.table.TableKind;

/** Histograms, profiles and graphs. */
public final class HistogramKind implements TableKind {
    private static final Pattern HISTOGRAM = Pattern.compile("TH[123][CSILFDK]|TProfile[23]?D?");
    private static final Pattern GRAPH =
            Pattern.compile("TGraph|TGraphErrors|TGraphAsymmErrors|TGraph2D|TGraph2DErrors");

    @Override
    public boolean knows(String className) {
        return HISTOGRAM.matcher(className).matches()
                || GRAPH.matcher(className).matches();
    }

    @Override
    public Optional<ObjectTable> open(OpenFile file, Entry entry) {
        String className = entry.key().className();
        RootObject object = new ObjectReader(file.classes()).read(file.file().payload(entry.key()), className);
        if (object.isOpaque()) {
            throw RootFormatException.unsupported(
                    "the file does not describe its version of `%s`".formatted(className));
        }
        return Optional.of(
                GRAPH.matcher(className).matches()
                        ? Graphs.table(entry.path(), object)
                        : Histograms.table(entry.path(), object));
    }
}

package org.heralddata.formats.root.streamer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.root.file.FileHeader;
import org.heralddata.formats.root.file.Key;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.file.RootFormatException;

/** The class descriptions of a file. Immutable, safe for many threads. */
public final class StreamerCatalogue {
    private final Map<String, List<StreamerInfo>> classes;

    private StreamerCatalogue(Map<String, List<StreamerInfo>> classes) {
        this.classes = classes;
    }

    /** Reads the record of streamer information; none if the file has none. */
    public static StreamerCatalogue of(RootFile file) {
        FileHeader header = file.header();
        if (header.infoSeek() == 0 || header.infoLength() == 0) {
            return new StreamerCatalogue(Map.of());
        }
        Key key = file.keyAt(header.infoSeek());
        RootBuffer bytes = file.payload(key.at(header.infoSeek(), header.infoLength()));
        try {
            return of(StreamerReader.read(bytes));
        } catch (RootFormatException e) {
            throw e.within("StreamerInfo");
        }
    }

    static StreamerCatalogue of(List<StreamerInfo> infos) {
        Map<String, List<StreamerInfo>> classes = new HashMap<>();
        for (StreamerInfo info : infos) {
            classes.computeIfAbsent(info.className(), name -> new ArrayList<>()).add(info);
        }
        return new StreamerCatalogue(classes);
    }

    /** The class of just that version. */
    public Optional<StreamerInfo> find(String className, int version) {
        List<StreamerInfo> versions = classes.getOrDefault(className, List.of());
        return versions.stream().filter(i -> i.version() == version).findFirst();
    }

    public Optional<StreamerInfo> withChecksum(String className, int checksum) {
        return classes.getOrDefault(className, List.of()).stream()
                .filter(i -> i.checksum() == checksum)
                .findFirst();
    }

    /** All versions of a class; may be empty. */
    public List<StreamerInfo> versions(String className) {
        return List.copyOf(classes.getOrDefault(className, List.of()));
    }
}

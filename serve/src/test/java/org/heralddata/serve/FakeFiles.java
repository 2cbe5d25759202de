package org.heralddata.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.query.NoReleases;
import org.heralddata.query.RunFiles;
import org.heralddata.query.files.CatalogueFileService;
import org.heralddata.query.files.FileService;
import org.heralddata.query.json.JsonWriter;
import org.heralddata.spi.Formats;
import org.heralddata.store.FileCatalogue;

/** The catalogue of files over {@link RunFiles}. */
public final class FakeFiles {

    private FakeFiles() {}

    public static FileService none() {
        return over(RunFiles.none());
    }

    public static FileService in(Path folder) {
        try {
            return over(RunFiles.in(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileService over(FileCatalogue files) {
        return new CatalogueFileService(
                files, new NoReleases(), new Formats(List.of(), List.of(new JsonWriter())), "herald test");
    }
}

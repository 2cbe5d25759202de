package org.heralddata.query.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.QueryCode;

/** Finds the bytes of catalogued files, below the folders of their collections and nowhere else. */
final class Originals {

    private Originals() {}

    /** @throws Refusal if the file is not where it was, leads out of the folder, or was written since */
    static Original find(CataloguedFile file, FileCollection collection) {
        try {
            Path folder = Path.of(collection.folder()).toRealPath();
            Path place = folder.resolve(file.path()).toRealPath();
            BasicFileAttributes now = Files.readAttributes(place, BasicFileAttributes.class);
            if (!place.startsWith(folder) || !now.isRegularFile()) {
                throw gone(file, "leads out of the data folder");
            }
            boolean same = now.size() == file.content().bytes()
                    && now.lastModifiedTime().toInstant().equals(file.content().modified());
            if (!same || file.content().sha256().isEmpty()) {
                throw gone(file, "is not as it was when it was registered");
            }
            return new Original(place, file.path(), now.size(), file.content().sha256());
        } catch (IOException | InvalidPathException missing) {
            throw gone(file, "is not where it was on this server");
        }
    }

    static Refusal gone(CataloguedFile file, String how) {
        return new Refusal(Diagnostic.error(QueryCode.FILE_GONE, "the file `%s` %s".formatted(file.path(), how))
                .helped("what is known of it stays; whoever runs the server can scan again:" + " `herald files scan`"));
    }
}

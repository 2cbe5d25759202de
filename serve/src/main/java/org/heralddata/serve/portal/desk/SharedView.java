package org.heralddata.serve.portal.desk;

import java.util.List;
import org.heralddata.serve.portal.desk.RequestView.File;
import org.jspecify.annotations.Nullable;

/**
 * A request that was shared, for whoever knows its token. Its id, by which it could be deleted, is not told.
 *
 * @param own what its owner sees
 */
public record SharedView(RequestView own, String token) {
    private static final String API = "/api/v1/requests/shared/";

    /** Its page. */
    public String page() {
        return "/requests/shared/" + token;
    }

    /** The same for programs. */
    public String api() {
        return API + token;
    }

    public List<File> files() {
        return own.files().stream().map(this::shared).toList();
    }

    /** Null of a package that is handed over file by file. */
    public @Nullable File archive() {
        File archive = own.archive();
        return archive == null ? null : shared(archive);
    }

    private File shared(File file) {
        String name = file.href().substring(file.href().lastIndexOf('/') + 1);
        return new File(file.name(), api() + "/files/" + name, file.bytes(), file.sha256());
    }
}

package org.heralddata.formats.km3net;

import java.nio.file.Path;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;

/** Where refusals point: a file, and bytes of it after decompression. */
record Place(String file) {

    static Place of(Path path) {
        return new Place(path.toString());
    }

    Refusal refusal(Km3netCode code, long offset, String message) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(file, null, offset)));
    }

    Refusal refusal(Km3netCode code, long offset, String message, String help) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(file, null, offset))
                .helped(help));
    }
}

package org.heralddata.app.access;

import org.heralddata.store.home.Home;
import picocli.CommandLine.Parameters;

/** The collection or release that a command is about. */
final class SubjectParameter {

    @Parameters(
            paramLabel = "COLLECTION[@RELEASE]",
            description = "a collection as a whole, or one release of it, such as kascade@r1")
    private String subject = "";

    Subject find(Home home) {
        return Subject.find(home, subject);
    }
}

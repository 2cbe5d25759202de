package org.heralddata.app.access;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.store.home.Home;

/** What is restricted today, a line each. */
final class InForce {
    private final Home home;
    private final PermittedCatalogue catalogue;

    InForce(Home home) {
        this.home = home;
        catalogue = new Permissions(home.catalogue()).as(Viewer.ANYONE);
    }

    /** Of the release, or of all of a collection. */
    List<String> lines(Subject subject) {
        var lines = new ArrayList<String>();
        List<Release> releases = catalogue.releases(subject.collection());
        for (Release release : releases) {
            if (subject.release() == null || subject.release().equals(release.name())) {
                catalogue
                        .restrictions(release)
                        .forEach(r -> lines.add(
                                "%s@%s%s: for %s".formatted(subject.collection(), release.name(), part(r), whose(r))));
            }
        }
        if (releases.isEmpty()
                && home.catalogue().access(subject.collection(), null) instanceof Access.Restricted rule) {
            lines.add(
                    "%s: for %s".formatted(subject.collection(), rule.forWhom().replace("`", "")));
        }
        return lines;
    }

    private static String part(Restriction restriction) {
        if (restriction.isOfRelease()) {
            return "";
        }
        return restriction.column() == null
                ? ", table " + restriction.table()
                : ", column %s of %s".formatted(restriction.column(), restriction.table());
    }

    private static String whose(Restriction restriction) {
        return restriction.rule().forWhom().replace("`", "");
    }
}

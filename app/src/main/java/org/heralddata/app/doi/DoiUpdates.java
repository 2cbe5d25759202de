package org.heralddata.app.doi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.app.console.Console;
import org.heralddata.store.home.Home;

/** Tells DataCite what became of what it shows. */
final class DoiUpdates {

    private DoiUpdates() {}

    /** Of a release its own DOI, of a collection its own and those of its releases. */
    static List<Subject> shown(Subject subject) {
        List<Subject> all = new ArrayList<>(List.of(subject));
        if (subject.release() == null && subject.archive() == null) {
            subject.collection().releases().forEach(r -> all.add(new Subject(subject.collection(), r)));
        }
        all.removeIf(one -> one.state().citable() == null);
        return all;
    }

    static void tell(Home home, Subject subject, Console console) throws IOException, InterruptedException {
        List<Subject> all = shown(subject);
        if (all.isEmpty()) {
            console.out().printf("%s has no DOI that can be found%n", subject);
            return;
        }
        DoiWork.run(home, registration -> {
            for (Subject one : all) {
                registration.update(one);
                boolean gone = one.collection().withdrawal(one.shown()) != null;
                console.out()
                        .printf(
                                "%s  %s%n",
                                one.state().citable(),
                                gone ? "is hidden at DataCite; it leads to the page that says why" : "is up to date");
            }
            return Objects.requireNonNull(all.getFirst().state().citable());
        });
    }
}

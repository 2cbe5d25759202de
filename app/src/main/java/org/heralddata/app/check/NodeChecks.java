package org.heralddata.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.app.console.Progress;

/** All checks, one after the other. */
final class NodeChecks {
    static final List<VoCheck> ALL = List.of(
            new AvailabilityCheck(),
            new CapabilitiesCheck(),
            new TablesCheck(),
            new AnswersCheck(),
            new FormatsCheck(),
            new JobsCheck(),
            new UploadsCheck(),
            new ExamplesCheck(),
            new ErrorsCheck(),
            new LimitsCheck(),
            new ConesCheck(),
            new ObsCoreCheck(),
            new LinksCheck(),
            new CutOutsCheck(),
            new HarvestCheck(),
            new RecordsCheck(),
            new LandingCheck(),
            new CoverageCheck());

    private NodeChecks() {}

    /** What came of one check. */
    record Outcome(VoCheck check, Findings found) {

        boolean isSound() {
            return found.all().isEmpty();
        }
    }

    static List<Outcome> run(RemoteNode node, Progress progress) throws InterruptedException {
        List<Outcome> all = new ArrayList<>();
        for (VoCheck check : ALL) {
            progress.at(all.size(), ALL.size(), check.name());
            all.add(run(check, node));
        }
        return all;
    }

    static Outcome run(VoCheck check, RemoteNode node) throws InterruptedException {
        var found = new Findings();
        try {
            check.run(node, found);
        } catch (Unsound unsound) {
            found.add(unsound.where(), String.valueOf(unsound.getMessage()), "look at the log of the server");
        } catch (IOException | RuntimeException failed) {
            found.add(node.url(), "the check cannot go on: " + failed, "is it a Herald of this version? report it");
        }
        return new Outcome(check, found);
    }
}

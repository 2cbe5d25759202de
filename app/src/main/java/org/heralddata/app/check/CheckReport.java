package org.heralddata.app.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.app.check.Findings.Finding;
import org.heralddata.app.check.NodeChecks.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** What all checks found, for people and for programs. */
record CheckReport(String url, List<Outcome> outcomes) {

    boolean isSound() {
        return outcomes.stream().allMatch(Outcome::isSound);
    }

    void print(PrintStream out) {
        for (Outcome outcome : outcomes) {
            String name = outcome.check().name();
            if (outcome.isSound()) {
                out.printf("ok       %s (%d)%n", name, outcome.found().count());
                continue;
            }
            out.printf("problem  %s [%s]%n", name, outcome.check().code().id());
            for (Finding finding : outcome.found().all()) {
                out.printf(
                        "         %s%n           at %s%n           help: %s%n",
                        finding.what(), finding.where(), finding.help());
            }
        }
        long bad = outcomes.stream().filter(o -> !o.isSound()).count();
        out.printf(
                "%s: %d checks, %s%n",
                url, outcomes.size(), bad == 0 ? "all sound" : bad + (bad == 1 ? " problem" : " with problems"));
    }

    void printJson(PrintStream out) {
        var checks = new ArrayList<Map<String, Object>>();
        for (Outcome outcome : outcomes) {
            var check = new LinkedHashMap<String, Object>();
            check.put("name", outcome.check().name());
            check.put("code", outcome.check().code().id());
            check.put("sound", outcome.isSound());
            check.put("looked", outcome.found().count());
            check.put(
                    "problems",
                    outcome.found().all().stream()
                            .map(f -> Map.of("where", f.where(), "what", f.what(), "help", f.help()))
                            .toList());
            checks.add(check);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("url", url);
        all.put("sound", isSound());
        all.put("checks", checks);
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
}

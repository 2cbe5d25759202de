package org.heralddata.app.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.accounts.Belongings;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.Phase;

/**
 * Jobs of one kind as what belongs to accounts.
 *
 * @param name in an export
 */
record OwnJobs(String name, String kind, Jobs jobs) implements Belongings {

    @Override
    public List<Map<String, Object>> of(String account) {
        return all(account).stream().map(OwnJobs::told).toList();
    }

    @Override
    public void delete(String account) {
        all(account).forEach(job -> jobs.delete(job.id()));
    }

    private List<Job> all(String account) {
        return jobs.list(new JobFilter(kind, account, null, Set.of(Phase.values()), null, null));
    }

    private static Map<String, Object> told(Job job) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", job.id());
        String runId = job.runId();
        if (runId != null) {
            told.put("title", runId);
        }
        told.put("phase", job.phase().name());
        told.put("created", job.created().toString());
        told.put("expires", job.destruction().toString());
        told.put("parameters", job.parameters().stream().map(OwnJobs::told).toList());
        return told;
    }

    private static Map<String, Object> told(JobParameter parameter) {
        return Map.of("name", parameter.name(), "value", parameter.value());
    }
}

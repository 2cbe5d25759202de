package org.heralddata.serve.vo.tap;

import java.util.List;
import java.util.Optional;
import org.heralddata.jobs.JobParameter;

/** Parameters of a request or a job: names in any case (DALI 1.1, section 3.1), those that nobody knows have no effect. */
record TapParameters(List<JobParameter> all) {

    TapParameters {
        all = List.copyOf(all);
    }

    /** The last value that is not blank: a form that a client adds to overrules. */
    Optional<String> one(String name) {
        return all.stream()
                .filter(p -> p.name().equalsIgnoreCase(name) && !p.value().isBlank())
                .map(JobParameter::value)
                .reduce((_, later) -> later);
    }

    List<String> values(String name) {
        return all.stream()
                .filter(p -> p.name().equalsIgnoreCase(name) && !p.value().isBlank())
                .map(JobParameter::value)
                .toList();
    }
}

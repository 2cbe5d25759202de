package org.heralddata.serve.vo.uws;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.jobs.JobParameter;

/** A request to a job list, free of HTTP. */
public interface UwsAsked {

    enum Method {
        GET,
        POST,
        DELETE
    }

    Method method();

    /** Below the job list, without empty parts: {@code [id, "phase"]}. */
    List<String> path();

    /** Address of the job list without the last slash. */
    String url();

    /** Who asks; empty for somebody without an account. */
    Optional<String> owner();

    /** Whether jobs of others may be seen and managed, too. */
    boolean operator();

    /** Where the request comes from. */
    String origin();

    /** In their order, names as sent. */
    List<JobParameter> parameters();

    /** Files that came with it, by the names that parameters call them. */
    SequencedMap<String, InputStream> files() throws IOException;

    default Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .map(JobParameter::value)
                .findFirst();
    }
}

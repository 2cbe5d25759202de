package org.heralddata.jobs.engine;

/** Logs why jobs cannot be taken: once, not at every tick. For one thread. */
final class Complaint {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());

    private String last = "";

    /** @param problem empty if there is none any more */
    void say(String problem) {
        if (problem.equals(last)) {
            return;
        }
        last = problem;
        if (problem.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "jobs are taken again");
        } else {
            LOG.log(System.Logger.Level.WARNING, "jobs cannot be taken: " + problem);
        }
    }
}

package org.heralddata.jobs;

import org.heralddata.model.diagnostic.Refusal;

/** What is done together with the making of a job. */
@FunctionalInterface
public interface Alongside {
    /** Nothing. */
    Alongside NOTHING = (_, _) -> {};

    /**
     * Works in the transaction that makes the job, before its row is there and while no other job of the same kind and party can be made, by
     * whatever process: what is counted here is exact, and what is written is kept if and only if the job is.
     *
     * @param job its id
     * @throws Refusal if it may not be made
     */
    void run(Statements transaction, String job);
}

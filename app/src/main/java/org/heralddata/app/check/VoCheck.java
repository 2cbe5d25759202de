package org.heralddata.app.check;

import java.io.IOException;

/** One question to a node. Stateless. */
interface VoCheck {

    CheckCode code();

    /** What is looked at, in a few words. */
    String name();

    /**
     * Asks, and tells what is wrong.
     *
     * @throws Unsound     if an answer is so wrong that nothing more can be asked
     * @throws IOException if the node does not answer
     */
    void run(RemoteNode node, Findings found) throws IOException, InterruptedException;
}

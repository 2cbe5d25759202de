package org.heralddata.jobs.request;

import java.util.List;
import java.util.Optional;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.outbox.Delivery;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Refusal;

/** Tells people and programs that requests have ended. Safe for many threads. */
public interface Notices {

    /** Tells nobody, and lets nobody ask for it. */
    Notices NONE = new Notices() {
        @Override
        public Promise promise(Notify notify, Orderer orderer) {
            if (!notify.equals(Notify.NOT)) {
                throw new IllegalStateException("nobody is told here");
            }
            return Promise.NOTHING;
        }

        @Override
        public List<Delivery> of(String job) {
            return List.of();
        }
    };

    /**
     * Checks that somebody can be told; nothing is kept yet.
     *
     * @throws Refusal if not
     */
    Promise promise(Notify notify, Orderer orderer);

    /** How far what is told of a job is. */
    List<Delivery> of(String job);

    /** Something that can be kept. */
    interface Promise {
        /** Nobody is told. */
        Promise NOTHING = new Promise() {
            @Override
            public Optional<String> secret() {
                return Optional.empty();
            }

            @Override
            public void keep(Statements transaction, String job) {
                // nobody asked for it
            }
        };

        /** By which calls of the webhook are signed; told once. */
        Optional<String> secret();

        /**
         * Keeps it for a job; nothing is told before that has ended.
         *
         * @param transaction that makes the job: neither is there without the other
         */
        void keep(Statements transaction, String job);
    }
}

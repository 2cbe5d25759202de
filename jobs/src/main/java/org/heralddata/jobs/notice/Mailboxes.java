package org.heralddata.jobs.notice;

import java.util.Optional;

/** Where accounts get their letters. */
@FunctionalInterface
public interface Mailboxes {

    /** The confirmed e-mail address of an account, by its id. */
    Optional<String> of(String account);
}

package org.heralddata.jobs.outbox;

/** Why something could not be delivered, in one sentence that may be shown to whoever asked for it. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean again;

    private Undelivered(boolean again, String why) {
        super(why, null, false, false);
        this.again = again;
    }

    /** It may go well later. */
    public static Undelivered now(String why) {
        return new Undelivered(true, why);
    }

    /** Trying again is of no use. */
    public static Undelivered forEver(String why) {
        return new Undelivered(false, why);
    }

    public boolean again() {
        return again;
    }
}

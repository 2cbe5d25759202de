package org.heralddata.app.console;

/** How a command ended, as the shell sees it. */
public enum ExitStatus {
    DONE(0),
    /** A user's mistake or a broken file, told on standard error. */
    REFUSED(1),
    /** The command line itself was wrong. */
    USAGE(2),
    /** A fault of Herald or of the machine. */
    FAILED(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

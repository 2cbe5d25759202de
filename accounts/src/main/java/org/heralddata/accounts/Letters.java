package org.heralddata.accounts;

/** Sends e-mail. Safe for many threads. */
public interface Letters {

    /** A node that cannot. */
    Letters NONE = new Letters() {
        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public void send(Letter letter) {
            throw new IllegalStateException("the node cannot send e-mail");
        }
    };

    /** Whether the node can send at all. */
    boolean ready();

    /** Takes a letter to be sent; whether it arrives is told to nobody. May take its time. */
    void send(Letter letter);
}

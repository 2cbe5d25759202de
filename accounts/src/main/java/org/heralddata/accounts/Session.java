package org.heralddata.accounts;

import java.time.Instant;

/**
 * A browser that somebody is signed in with.
 *
 * @param number by which it is ended
 * @param agent  what the browser calls itself
 * @param address of the network, when it signed in
 * @param seen   about when it was last used
 */
public record Session(long number, String agent, String address, Instant created, Instant seen, Instant expires) {}

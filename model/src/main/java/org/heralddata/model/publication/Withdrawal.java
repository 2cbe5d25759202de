package org.heralddata.model.publication;

import java.time.Instant;

/**
 * Data that are no longer given out. That they were, and why they are not, stays known.
 *
 * @param at     when they were withdrawn
 * @param reason for those who look for them
 */
public record Withdrawal(Instant at, String reason) {}

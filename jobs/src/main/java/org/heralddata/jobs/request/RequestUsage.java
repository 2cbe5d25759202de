package org.heralddata.jobs.request;

/**
 * What somebody has of what is granted.
 *
 * @param active    requests that wait or run
 * @param kept      requests in all, until their files go
 * @param keptBytes of their files, those included that are expected of requests under way
 * @param dayBytes  of files made today (UTC), those included that are expected
 */
public record RequestUsage(int active, int kept, long keptBytes, long dayBytes) {}

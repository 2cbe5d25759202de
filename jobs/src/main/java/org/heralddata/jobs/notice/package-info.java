/**
 * Tells that a data request has ended: by letter, and by calling an address (a webhook), signed by the Standard Webhooks specification 1.0.0.
 *
 * <p>What is told waits in the outbox since before the request was queued.
 */
@NullMarked
package org.heralddata.jobs.notice;

import org.jspecify.annotations.NullMarked;

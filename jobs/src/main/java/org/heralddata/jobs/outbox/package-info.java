/**
 * What is to be told to the world outside, kept until it is delivered: rows of PostgreSQL that couriers take, as workers take jobs.
 *
 * <p>Delivered at least once: a process that is killed between a delivery and the note of it makes it come twice, with the same token.
 */
@NullMarked
package org.heralddata.jobs.outbox;

import org.jspecify.annotations.NullMarked;

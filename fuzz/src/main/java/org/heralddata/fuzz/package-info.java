/**
 * Damaged files for every installed reader: whatever the bytes, a reader answers with rows or with a {@link
 * org.heralddata.model.diagnostic.Refusal}, soon and in little memory.
 *
 * <p>{@link org.heralddata.fuzz.Fuzz} starts a JVM of 512 MB that damages samples by seeded random numbers and reads them
 * ({@link org.heralddata.fuzz.Worker}); it starts another where one hangs or breaks. A finding is a {@link
 * org.heralddata.fuzz.FuzzCase}: format, sample and seed, never bytes.
 */
@NullMarked
package org.heralddata.fuzz;

import org.jspecify.annotations.NullMarked;

/**
 * Seeded toy physics: air showers, neutrinos and gamma rays that look like an experiment's own files.
 *
 * <p>Sees spi and model. The same kind, number of events and seed give the same events, on any number of threads. The formulas
 * and their sources stand in {@code docs/physics/simulation.md}.
 */
@NullMarked
package org.heralddata.simulate;

import org.jspecify.annotations.NullMarked;

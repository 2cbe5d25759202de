package org.heralddata.formats.corsika;

/** What a walk through a file comes by, in the order in which it is complete. */
sealed interface Part {

    /** A run, at its end. */
    record Run(Block head, Block end) implements Part {}

    /** A shower, at its end. */
    record Event(Block head, Block end) implements Part {}

    /** Particles or Cherenkov bunches of a shower. */
    record Data(Block event, Block block) implements Part {}

    /** A piece of the longitudinal profile of a shower. */
    record Profile(Block event, Block block) implements Part {}
}

/**
 * Data cubes for linked views: counts of an active view at the resolution of its pixels against the bins of every other
 * view, so that a page can brush without asking again.
 *
 * @see <a href="https://doi.org/10.1145/3290605.3300924">Moritz, Howe, Heer: Falcon (CHI 2019)</a>
 */
@NullMarked
package org.heralddata.query.cube;

import org.jspecify.annotations.NullMarked;

/** Reads CORSIKA showers, longitudinal profiles and steering cards. */
@NullMarked
package org.heralddata.formats.corsika;

import org.jspecify.annotations.NullMarked;

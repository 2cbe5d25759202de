/**
 * What a home holds as observations: the tables {@code ivoa.obscore} and {@code ivoa.obscore_hea}, their columns and their rows.
 *
 * <p>Sees model and the questions of query. Standards: ObsCore 1.1, Tables 5 to 7; the IVOA's draft of an extension for high energies.
 */
@NullMarked
package org.heralddata.query.obscore;

import org.jspecify.annotations.NullMarked;

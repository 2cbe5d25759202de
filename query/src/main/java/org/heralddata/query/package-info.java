/**
 * Questions to releases and their answers: counts, histograms, sky maps, rows and exports of a selection.
 *
 * <p>Sees model, spi and store. {@link org.heralddata.query.DataService} is all that servers and commands need; the selection
 * language is in {@code cuts}, engines in {@code engine}.
 */
@NullMarked
package org.heralddata.query;

import org.jspecify.annotations.NullMarked;

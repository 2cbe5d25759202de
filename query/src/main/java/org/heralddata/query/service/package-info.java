/**
 * Answers the questions of {@link org.heralddata.query.DataService} from a catalogue, an engine and the installed formats.
 *
 * <p>Sees model, spi, store and the rest of query. Here users' words are looked up in the catalogue; engines get only what
 * was found there.
 */
@NullMarked
package org.heralddata.query.service;

import org.jspecify.annotations.NullMarked;

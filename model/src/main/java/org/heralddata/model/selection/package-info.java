/**
 * Selections of events: a sealed tree of cuts without behaviour, and what to show of the events that pass.
 *
 * <p>Sees sky and unit. Parsing, checking and translation live in the query module.
 */
@NullMarked
package org.heralddata.model.selection;

import org.jspecify.annotations.NullMarked;

package org.heralddata.query;

import org.heralddata.model.selection.Cut;

/**
 * A selection that was checked against a table.
 *
 * @param cut  the tree, in the columns' own units
 * @param text canonical text: equal selections of different spelling have equal texts; empty if everything is selected
 * @param json canonical JSON
 */
public record Selection(Cut cut, String text, String json) {}

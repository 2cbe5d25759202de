/**
 * The selection language: text and JSON to a {@link org.heralddata.model.selection.Cut} and back.
 *
 * <p>Sees model. Text is parsed to syntax, syntax is checked against the columns of a table. JSON is put into text first, so
 * that there is one grammar and one kind of diagnostic. Reference: {@code docs/reference/selection.md}.
 */
@NullMarked
package org.heralddata.query.cuts;

import org.jspecify.annotations.NullMarked;

/**
 * ADQL over a home: its released tables, what describes them, and rows of both.
 *
 * <p>Sees the module {@code adql} for the language and {@code engine} for the rows.
 */
@NullMarked
package org.heralddata.query.adql;

import org.jspecify.annotations.NullMarked;

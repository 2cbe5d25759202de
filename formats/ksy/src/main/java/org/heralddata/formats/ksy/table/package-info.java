/**
 * Which tables and columns a description gives, and how rows are made of structures.
 *
 * <p>Sees run, spec and mistake. Every repeated field is a table, the scalars of its structures are columns.
 */
@NullMarked
package org.heralddata.formats.ksy.table;

import org.jspecify.annotations.NullMarked;

/**
 * What a curator declares of a collection, consistent by construction.
 *
 * <p>Sees catalogue, files, table, unit, ucd and time. Read from YAML by the descriptor module; see {@code docs/reference/descriptor.md}.
 */
@NullMarked
package org.heralddata.model.descriptor;

import org.jspecify.annotations.NullMarked;

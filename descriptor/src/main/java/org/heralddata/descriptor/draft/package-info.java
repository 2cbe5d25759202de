/**
 * First descriptors, drafted from files: names, units, UCDs and roles guessed, to be corrected by a curator.
 *
 * <p>Sees model, spi and the descriptor package. From file to text: {@code DraftFiles} opens the files and joins equal tables,
 * {@code DraftSample} looks at their first rows, {@code DraftColumns} names and explains columns, {@code DraftRoles} finds time,
 * direction and energy, {@code DraftText} writes YAML.
 */
@NullMarked
package org.heralddata.descriptor.draft;

import org.jspecify.annotations.NullMarked;

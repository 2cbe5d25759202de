/**
 * Writes one table as VOTable 1.4 in the BINARY2 serialisation, in one pass.
 *
 * <p>Standard: VOTable 1.4, sections 3 to 5.
 */
@NullMarked
package org.heralddata.formats.votable.write;

import org.jspecify.annotations.NullMarked;

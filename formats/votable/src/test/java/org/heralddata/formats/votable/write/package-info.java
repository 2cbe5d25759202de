/** Tests of VOTable writing. */
@NullMarked
package org.heralddata.formats.votable.write;

import org.jspecify.annotations.NullMarked;

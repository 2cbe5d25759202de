/** Tests of VOTable and ECSV reading and of VOTable writing. */
@NullMarked
package org.heralddata.formats.votable;

import org.jspecify.annotations.NullMarked;

/** Tests of the CORSIKA reader. */
@NullMarked
package org.heralddata.formats.corsika;

import org.jspecify.annotations.NullMarked;

/** Tests of the fuzzing, and fuzzing as a test. */
@NullMarked
package org.heralddata.fuzz;

import org.jspecify.annotations.NullMarked;

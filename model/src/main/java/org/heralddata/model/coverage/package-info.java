/**
 * Where on the sky and when something is: multi-order coverage maps in space, in time, and in both.
 *
 * <p>Sees model.sky. Standard: MOC 2.0 (IVOA Recommendation 2022-07-27).
 */
@NullMarked
package org.heralddata.model.coverage;

import org.jspecify.annotations.NullMarked;

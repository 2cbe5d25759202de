/**
 * The Table Access Protocol: queries in ADQL over all released tables, at once ({@code /tap/sync}) or as jobs ({@code /tap/async}), with
 * the descriptions that clients ask for.
 *
 * <p>Sees query and jobs. Standards: TAP 1.1, DALI 1.1, UWS 1.1, VOSI 1.1, TAPRegExt 1.0. A servlet of its own beside Spring's: a small
 * query takes less time than the dispatcher would.
 */
@NullMarked
package org.heralddata.serve.vo.tap;

import org.jspecify.annotations.NullMarked;

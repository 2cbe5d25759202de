/**
 * Questions by place on the sky: the rows within a cone, at the speed that a map which is moved needs.
 *
 * <p>Sees model and the questions of {@link org.heralddata.query.DataService}. Small tables are kept in memory, release by release
 * ({@code docs/decisions/0170-small-tables-kept-for-cones.md}).
 */
@NullMarked
package org.heralddata.query.sky;

import org.jspecify.annotations.NullMarked;

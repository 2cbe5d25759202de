/**
 * Where on the sky collections have data, for their records in registries.
 *
 * <p>Sees query and model. Standard: VODataService 1.2, section 3.5 (coverage).
 */
@NullMarked
package org.heralddata.serve.vo.coverage;

import org.jspecify.annotations.NullMarked;

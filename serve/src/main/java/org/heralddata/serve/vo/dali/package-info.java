/**
 * What the protocols of the Virtual Observatory share: parameters, formats of answers, errors told in VOTables.
 *
 * <p>Sees spi and model. Standard: DALI 1.1.
 */
@NullMarked
package org.heralddata.serve.vo.dali;

import org.jspecify.annotations.NullMarked;

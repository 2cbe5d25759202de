/**
 * Simple Cone Search 1.03 of every table whose rows have directions, at {@code /scs/{collection}/{table}}.
 *
 * <p>Sees query, spi and model.
 */
@NullMarked
package org.heralddata.serve.vo.scs;

import org.jspecify.annotations.NullMarked;

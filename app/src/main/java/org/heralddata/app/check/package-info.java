/**
 * {@code herald check}: mistakes of a descriptor, and, with {@code --vo}, whether a node of the Virtual Observatory is sound: a class a
 * check, each asking a server over HTTP as its clients do, so that what it tells holds for whatever stands between them.
 *
 * <p>Checks of a node see model and spi alone. Standards: those of {@code docs/reference/vo.md}.
 */
@NullMarked
package org.heralddata.app.check;

import org.jspecify.annotations.NullMarked;

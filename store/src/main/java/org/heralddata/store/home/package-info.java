/**
 * The home as a whole: opened, closed, verified.
 *
 * <p>Sees the other packages of the store and wires them; they do not see it.
 */
@NullMarked
package org.heralddata.store.home;

import org.jspecify.annotations.NullMarked;

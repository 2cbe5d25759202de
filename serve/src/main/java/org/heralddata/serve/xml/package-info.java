/**
 * Writing XML 1.0.
 *
 * <p>Sees the JDK alone.
 */
@NullMarked
package org.heralddata.serve.xml;

import org.jspecify.annotations.NullMarked;

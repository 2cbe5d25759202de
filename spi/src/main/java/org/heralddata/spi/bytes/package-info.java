/** Bytes as several formats have them. Sees nothing of Herald. */
@NullMarked
package org.heralddata.spi.bytes;

import org.jspecify.annotations.NullMarked;

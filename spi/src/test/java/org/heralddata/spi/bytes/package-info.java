@NullMarked
package org.heralddata.spi.bytes;

import org.jspecify.annotations.NullMarked;

/** Reads self-described binaries by their Kaitai Struct file. */
@NullMarked
package org.heralddata.formats.ksy;

import org.jspecify.annotations.NullMarked;

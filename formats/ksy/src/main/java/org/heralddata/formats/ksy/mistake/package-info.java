/** What can be wrong with a Kaitai Struct file or with data read by it. Sees model only. */
@NullMarked
package org.heralddata.formats.ksy.mistake;

import org.jspecify.annotations.NullMarked;

/**
 * A Kaitai Struct file as written: YAML nodes with their places, brought to types, attributes, instances and enumerations.
 *
 * <p>Sees mistake and expr. Follows the <a href="https://doc.kaitai.io/user_guide.html">user guide of Kaitai Struct</a>.
 */
@NullMarked
package org.heralddata.formats.ksy.spec;

import org.jspecify.annotations.NullMarked;

/**
 * The expression language of Kaitai Struct: its text to a tree.
 *
 * @see <a href="https://doc.kaitai.io/user_guide.html#_expression_language">user guide, "Expression language"</a>
 */
@NullMarked
package org.heralddata.formats.ksy.expr;

import org.jspecify.annotations.NullMarked;

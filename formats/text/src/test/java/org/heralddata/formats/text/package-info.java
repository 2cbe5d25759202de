/** Tests of the text formats. */
@NullMarked
package org.heralddata.formats.text;

import org.jspecify.annotations.NullMarked;

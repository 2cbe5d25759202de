@NullMarked
package org.heralddata.formats.root.compress;

import org.jspecify.annotations.NullMarked;

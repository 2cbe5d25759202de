@NullMarked
package org.heralddata.formats.root.write;

import org.jspecify.annotations.NullMarked;

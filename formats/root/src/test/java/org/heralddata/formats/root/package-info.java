@NullMarked
package org.heralddata.formats.root;

import org.jspecify.annotations.NullMarked;

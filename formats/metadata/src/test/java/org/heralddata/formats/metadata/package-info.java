@NullMarked
package org.heralddata.formats.metadata;

import org.jspecify.annotations.NullMarked;

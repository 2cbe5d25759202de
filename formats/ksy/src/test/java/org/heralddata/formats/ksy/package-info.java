@NullMarked
package org.heralddata.formats.ksy;

import org.jspecify.annotations.NullMarked;

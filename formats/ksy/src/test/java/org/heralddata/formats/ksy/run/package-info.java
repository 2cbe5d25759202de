@NullMarked
package org.heralddata.formats.ksy.run;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heralddata.store.release;

import org.jspecify.annotations.NullMarked;

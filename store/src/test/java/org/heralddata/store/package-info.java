@NullMarked
package org.heralddata.store;

import org.jspecify.annotations.NullMarked;

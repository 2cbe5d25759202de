@NullMarked
package org.heralddata.store.home;

import org.jspecify.annotations.NullMarked;

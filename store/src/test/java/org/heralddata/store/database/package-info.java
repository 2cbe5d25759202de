@NullMarked
package org.heralddata.store.database;

import org.jspecify.annotations.NullMarked;

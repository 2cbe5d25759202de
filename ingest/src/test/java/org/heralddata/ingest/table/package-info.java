@NullMarked
package org.heralddata.ingest.table;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heralddata.ingest.column;

import org.jspecify.annotations.NullMarked;

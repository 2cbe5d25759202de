@NullMarked
package org.heralddata.ingest.time;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heralddata.ingest.source;

import org.jspecify.annotations.NullMarked;

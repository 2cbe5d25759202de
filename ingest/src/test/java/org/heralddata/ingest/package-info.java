@NullMarked
package org.heralddata.ingest;

import org.jspecify.annotations.NullMarked;

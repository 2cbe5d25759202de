@NullMarked
package org.heralddata.ingest.sky;

import org.jspecify.annotations.NullMarked;

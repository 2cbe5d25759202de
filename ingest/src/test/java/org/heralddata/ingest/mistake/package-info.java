@NullMarked
package org.heralddata.ingest.mistake;

import org.jspecify.annotations.NullMarked;

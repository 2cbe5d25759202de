@NullMarked
package org.heralddata.jobs.engine;

import org.jspecify.annotations.NullMarked;

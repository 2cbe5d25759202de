@NullMarked
package org.heralddata.jobs.outbox;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heralddata.jobs.notice;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.heralddata.jobs.request;

import org.jspecify.annotations.NullMarked;

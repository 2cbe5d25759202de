@NullMarked
package org.heralddata.jobs.request.pack;

import org.jspecify.annotations.NullMarked;

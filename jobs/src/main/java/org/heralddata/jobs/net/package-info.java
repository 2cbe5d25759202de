/** Calls of other servers for strangers, who choose the address: never of this machine or its own network. */
@NullMarked
package org.heralddata.jobs.net;

import org.jspecify.annotations.NullMarked;

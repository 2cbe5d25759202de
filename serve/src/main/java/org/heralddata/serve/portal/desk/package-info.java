/**
 * Pages of data requests: the order, the list of one's own, each of them, and what an identifier stands for.
 *
 * <p>Sees the desk of requests in {@code jobs}, and the portal's pages. Everything works without scripts; with them it is live.
 */
@NullMarked
package org.heralddata.serve.portal.desk;

import org.jspecify.annotations.NullMarked;

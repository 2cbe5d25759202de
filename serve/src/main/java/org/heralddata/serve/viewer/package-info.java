/**
 * Services that answer as whoever sent the request that is being answered. How people show who they are is in {@code serve.who}.
 *
 * <p>Sees model.
 */
@NullMarked
package org.heralddata.serve.viewer;

import org.jspecify.annotations.NullMarked;

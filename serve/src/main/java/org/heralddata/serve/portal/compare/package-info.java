/**
 * Two selections of a table, or two of its releases, side by side.
 *
 * <p>Sees what can be asked of data, and the portal's pages.
 */
@NullMarked
package org.heralddata.serve.portal.compare;

import org.jspecify.annotations.NullMarked;

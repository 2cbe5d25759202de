/**
 * The page of one event.
 *
 * <p>Sees what {@code serve.event} finds, and the portal's pages.
 */
@NullMarked
package org.heralddata.serve.portal.event;

import org.jspecify.annotations.NullMarked;

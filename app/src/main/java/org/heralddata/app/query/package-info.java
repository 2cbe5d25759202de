/**
 * {@code herald query}: ADQL on a home, without a server.
 *
 * <p>Sees query and the writers of formats.
 */
@NullMarked
package org.heralddata.app.query;

import org.jspecify.annotations.NullMarked;

/**
 * What went wrong, told in plain words: the one shape of every message to a user.
 *
 * <p>Sees nothing of Herald. A {@link org.heralddata.model.diagnostic.Diagnostic} is a value; text, JSON and HTML are
 * renderings of it.
 */
@NullMarked
package org.heralddata.model.diagnostic;

import org.jspecify.annotations.NullMarked;

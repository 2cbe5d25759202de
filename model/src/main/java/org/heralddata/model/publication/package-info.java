/**
 * What becomes of collections and releases once they are made: a DOI, a withdrawal.
 *
 * <p>Sees nothing but the JDK. Follows the DOI handbook and DataCite's states of a DOI.
 */
@NullMarked
package org.heralddata.model.publication;

import org.jspecify.annotations.NullMarked;

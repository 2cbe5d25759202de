/**
 * Unified Content Descriptors, checked against the IVOA's UCD1+ controlled vocabulary.
 *
 * <p>Sees diagnostic only.
 */
@NullMarked
package org.heralddata.model.ucd;

import org.jspecify.annotations.NullMarked;

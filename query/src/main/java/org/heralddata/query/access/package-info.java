/**
 * What a viewer is given of a home: {@link org.heralddata.query.access.PermittedCatalogue} is the one place where restrictions of
 * collections, releases, tables and columns are decided ({@code docs/decisions/0195-releases-as-a-viewer-may-see-them.md}).
 *
 * <p>Sees model and store.
 */
@NullMarked
package org.heralddata.query.access;

import org.jspecify.annotations.NullMarked;

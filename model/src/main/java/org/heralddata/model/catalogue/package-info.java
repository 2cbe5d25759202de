/**
 * What Herald publishes: collections, releases, tables and columns with unit, UCD, range and origin.
 *
 * <p>Sees access, table, unit, ucd and sky. Names follow DataCite and the IVOA's VODataService.
 */
@NullMarked
package org.heralddata.model.catalogue;

import org.jspecify.annotations.NullMarked;

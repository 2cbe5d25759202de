/**
 * The page that queries are written on, and the examples of TAP as a page.
 *
 * <p>Sees TAP, whose client the page's scripts are: nothing here runs a query. Follows ADQL 2.1, DALI 1.1, SAMP 1.3 (Web
 * Profile) and the WAI-ARIA authoring practices.
 */
@NullMarked
package org.heralddata.serve.portal.adql;

import org.jspecify.annotations.NullMarked;

/**
 * Packages: the data that were requested, and with them all that is needed to use, check, cite and make them again.
 *
 * <p>Follows RO-Crate 1.2, the W3C's PROV-JSON, and the layout of files of KCDC's data shop.
 */
@NullMarked
package org.heralddata.jobs.request.pack;

import org.jspecify.annotations.NullMarked;

/**
 * {@code herald doi} and {@code herald withdraw}: DOIs by DataCite's REST API, and the end of giving data out.
 *
 * <p>The metadata are those of {@code serve.fair}; what came of it is recorded by the store.
 */
@NullMarked
package org.heralddata.app.doi;

import org.jspecify.annotations.NullMarked;

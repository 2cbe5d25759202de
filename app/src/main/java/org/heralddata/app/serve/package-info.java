/**
 * What an operator does: serve a home, show the demonstration.
 *
 * <p>Sees ingest, store, query and serve.
 */
@NullMarked
package org.heralddata.app.serve;

import org.jspecify.annotations.NullMarked;

/**
 * How a command speaks: progress, diagnostics, exit status.
 *
 * <p>Sees model only.
 */
@NullMarked
package org.heralddata.app.console;

import org.jspecify.annotations.NullMarked;

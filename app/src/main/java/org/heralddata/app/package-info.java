/**
 * The {@code herald} command: reads the command line, wires the modules, tells the outcome.
 *
 * <p>Alone in seeing every module. One class a command; none decides anything that a module could.
 */
@NullMarked
package org.heralddata.app;

import org.jspecify.annotations.NullMarked;

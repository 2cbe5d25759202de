/**
 * What tests of all modules share: contract tests that every format passes, tables in memory, golden files, real data
 * and outside programs as oracles.
 *
 * <p>Sees spi and model. Never on a class path outside tests.
 */
@NullMarked
package org.heralddata.testkit;

import org.jspecify.annotations.NullMarked;

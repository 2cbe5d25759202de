/**
 * Lexer and parser that ANTLR makes of {@code Adql.g4}.
 *
 * <p>Generated; only {@code parse} uses it.
 */
@NullMarked
package org.heralddata.adql.grammar;

import org.jspecify.annotations.NullMarked;

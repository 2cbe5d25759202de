/**
 * Kaitai Struct descriptions compiled to a tree of small readers and expressions, and run over bytes.
 *
 * <p>Sees spec, expr and mistake. No code is generated or loaded. Whole numbers are exact: what does not fit 64 bits is a
 * {@link java.math.BigInteger}. Values are Long or BigInteger, Double, Boolean, String, {@code byte[]}, {@code Struct},
 * {@code Items}, {@code ByteStream}, or null where a condition left a field out.
 */
@NullMarked
package org.heralddata.formats.ksy.run;

import org.jspecify.annotations.NullMarked;

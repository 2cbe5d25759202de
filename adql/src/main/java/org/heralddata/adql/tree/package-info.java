/**
 * What a query says, before any name is looked up: sealed records, each with its place in the text.
 *
 * <p>Sees nothing of Herald. Follows appendix A of ADQL 2.1.
 */
@NullMarked
package org.heralddata.adql.tree;

import org.jspecify.annotations.NullMarked;

/**
 * Trees as tables: branches and their baskets ({@code TTree}, {@code TBranch}, {@code TBranchElement}, {@code TBasket}).
 *
 * <p>Sees container, class descriptions and cells. A cursor keeps one decompressed basket a branch and, within bounds, the
 * next one, which other threads decompress ahead.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTTree.html">TTree</a>
 * @see <a href="https://root.cern.ch/doc/master/classTBasket.html">TBasket</a>
 */
@NullMarked
package org.heralddata.formats.root.tree;

import org.jspecify.annotations.NullMarked;

/**
 * Writes one table as a TTree in a ROOT file, in a stream of batches.
 *
 * <p>Follows the records that ROOT 6.20 writes (TFile and TKey logical record formats, TTree 20, TBranch 13, TBasket 3);
 * objects are serialised by the table of classes that also makes the file's StreamerInfo record. Memory is a basket or two
 * a branch, whatever the number of rows.
 */
@NullMarked
package org.heralddata.formats.root.write;

import org.jspecify.annotations.NullMarked;

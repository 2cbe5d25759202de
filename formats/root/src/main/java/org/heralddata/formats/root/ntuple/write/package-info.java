/**
 * Writes tables as RNTuples: a tree of fields for each column, their elements in pages, the pages in clusters.
 *
 * <p>Sees {@code write} for the file around it. Follows the RNTuple Binary Format Specification 1.0. Which columns have
 * missing values is known at the end only, as is the header: pages hold the values that there are, and where one was missing
 * an index column, from the first row on, says which.
 */
@NullMarked
package org.heralddata.formats.root.ntuple.write;

import org.jspecify.annotations.NullMarked;

/**
 * The seam between a ROOT file and the kinds of tables that its objects can be: trees, RNTuples, histograms.
 *
 * <p>A kind implements {@link org.heralddata.formats.root.table.TableKind}; the reader asks each kind in turn for every
 * object of the file. What goes wrong within is a
 * {@link org.heralddata.formats.root.file.RootFormatException}; the reader turns it into a refusal or a notice.
 */
@NullMarked
package org.heralddata.formats.root.table;

import org.jspecify.annotations.NullMarked;

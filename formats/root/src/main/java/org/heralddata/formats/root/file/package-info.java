/**
 * The container of a ROOT file: header, directories, keys, and the bytes of an object as they were before compression.
 *
 * <p>Knows nothing of trees or classes. All integers are big-endian. Whatever a file claims of lengths, counts and places is
 * compared with what is there before memory is taken for it; what contradicts is a
 * {@link org.heralddata.formats.root.file.RootFormatException}.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTFile.html">TFile: the logical record format</a>
 */
@NullMarked
package org.heralddata.formats.root.file;

import org.jspecify.annotations.NullMarked;

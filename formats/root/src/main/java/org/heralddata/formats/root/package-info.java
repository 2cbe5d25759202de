/** Reads and writes ROOT files: trees, RNTuples, histograms. */
@NullMarked
package org.heralddata.formats.root;

import org.jspecify.annotations.NullMarked;

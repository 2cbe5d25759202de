/**
 * Histograms, profiles and graphs as small tables: one row a bin or point.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTH1.html">TH1</a>
 * @see <a href="https://root.cern.ch/doc/master/classTProfile.html">TProfile</a>
 * @see <a href="https://root.cern.ch/doc/master/classTGraph.html">TGraph</a>
 */
@NullMarked
package org.heralddata.formats.root.histogram;

import org.jspecify.annotations.NullMarked;

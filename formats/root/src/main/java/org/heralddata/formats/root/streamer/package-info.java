/**
 * What a ROOT file says of its classes (streamer information), and the reading of objects by it.
 *
 * <p>Sees the container only. A class is known by the file's own words or is one of the few that ROOT writes by hand;
 * nothing is guessed: an object of another class is passed by its byte count.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTStreamerInfo.html">TStreamerInfo</a>
 * @see <a href="https://root.cern.ch/doc/master/classTBufferFile.html">TBufferFile</a>
 */
@NullMarked
package org.heralddata.formats.root.streamer;

import org.jspecify.annotations.NullMarked;

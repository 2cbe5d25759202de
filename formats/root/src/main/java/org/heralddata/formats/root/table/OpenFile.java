package org.heralddata.formats.root.table;

import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.streamer.StreamerCatalogue;

/**
 * What a kind of tables is given of a file.
 *
 * @param classes what the file says of its classes
 * @param notices where to tell what is left out
 */
public record OpenFile(RootFile file, StreamerCatalogue classes, Notices notices) {}

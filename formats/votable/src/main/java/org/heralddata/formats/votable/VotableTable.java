package org.heralddata.formats.votable;

import org.heralddata.spi.SourceTable;

/**
 * A table of a VOTable.
 *
 * @param ordinal which TABLE element of the file it is, from 0
 */
record VotableTable(int ordinal, SourceTable source) {}

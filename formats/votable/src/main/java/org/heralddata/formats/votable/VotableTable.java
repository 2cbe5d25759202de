package org.heralddata.formats.votable;

import java.util.Map;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.SourceTable;

/**
 * A table of a VOTable.
 *
 * @param ordinal which TABLE element of the file it is, from 0
 * @param notes   on its columns, by name
 */
record VotableTable(int ordinal, SourceTable source, Map<String, FieldNote> notes) {}

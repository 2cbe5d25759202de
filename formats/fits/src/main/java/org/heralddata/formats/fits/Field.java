package org.heralddata.formats.fits;

import org.heralddata.model.table.Column;

/** A column of a table HDU and its cells. */
record Field(Column column, Cells cells) {}

package org.heralddata.formats.root.ntuple;

/**
 * A leaf of the tree of fields as a column.
 *
 * @param name        names of its fields with slashes, those left out that C++ gives to the inside of collections
 * @param description of the field, or of the collection that it is the inside of; may be empty
 */
record PlannedColumn(String name, String description, Cells cells) {}

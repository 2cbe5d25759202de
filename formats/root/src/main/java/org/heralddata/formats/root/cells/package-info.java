/**
 * From bytes of entries to columns: a node for each piece of a type, and the cells that a node fills.
 *
 * <p>A {@link org.heralddata.formats.root.streamer.Type} is planned once as a tree of nodes; records fan out into one
 * column a member, containers add a dimension to all columns within. Nodes decode many values at a time where they lie side
 * by side.
 */
@NullMarked
package org.heralddata.formats.root.cells;

import org.jspecify.annotations.NullMarked;

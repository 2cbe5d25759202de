package org.heralddata.formats.root.tree;

import org.heralddata.formats.root.streamer.EmbeddedBasket;
import org.jspecify.annotations.Nullable;

/**
 * Where some consecutive entries of a branch lie.
 *
 * @param first    entry
 * @param entries  at least 1
 * @param seek     byte of the file at which its record begins
 * @param length   bytes of that record
 * @param embedded the data themselves if they lie within the tree; else null
 */
record Basket(
        long first,
        int entries,
        long seek,
        int length,
        @Nullable EmbeddedBasket embedded) {}

package org.heralddata.descriptor.draft;

import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A column as the draft will have it.
 *
 * @param component empty if it is of the event itself
 * @param source    name in the file
 * @param sourceUnit unit in the file where it is not the one published; else null
 * @param comment   what a curator should know: extent of the data, what was guessed; may be empty
 */
record DraftColumn(
        String name,
        String component,
        String source,
        Unit unit,
        @Nullable Unit sourceUnit,
        Ucd ucd,
        String description,
        String comment) {

    /** As roles name it. */
    String published() {
        return component.isEmpty() ? name : component + "_" + name;
    }
}

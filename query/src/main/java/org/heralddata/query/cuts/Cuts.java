package org.heralddata.query.cuts;

import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;

/** Reads selections, in text or JSON. Stateless. */
public final class Cuts {

    private Cuts() {}

    /**
     * The cut that a selection is; everything for a blank text and for <code>{}</code>.
     *
     * @param where text of the selection language, or a JSON object
     * @throws Refusal with all mistakes, each with its place in the text ({@link CutJson#toText} if it was JSON)
     */
    public static Cut read(String where, CutSchema schema) {
        if (where.isBlank()) {
            return Cut.EVERYTHING;
        }
        String text = where.stripLeading().startsWith("{") ? CutJson.toText(where) : where;
        return text.isBlank() ? Cut.EVERYTHING : CutChecker.check(text, CutParser.parse(text), schema);
    }
}

package org.heralddata.serve.vo.tap;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.adql.AdqlColumn;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of this server among the rows, as whoever asks sees it: tables are made once for all, with the address that the server
 * knows of itself, while a visitor may have come by another name of it.
 *
 * @param own  how addresses of the server begin in the tables, without the last slash
 * @param seen how they begin for whoever asks
 */
record SeenAddresses(String own, String seen) {
    private static final String ADDRESS = "obscore:Access.reference";

    Batch in(Batch batch, List<AdqlColumn> columns) {
        if (own.equals(seen)) {
            return batch;
        }
        List<Vector> vectors = new ArrayList<>(batch.vectors());
        for (int i = 0; i < vectors.size(); i++) {
            if (ADDRESS.equalsIgnoreCase(columns.get(i).utype()) && vectors.get(i) instanceof Vector.Strings texts) {
                vectors.set(i, in(texts));
            }
        }
        return new Batch(batch.rows(), vectors);
    }

    private Vector in(Vector.Strings texts) {
        @Nullable String[] changed = new @Nullable String[texts.size()];
        for (int i = 0; i < changed.length; i++) {
            String text = texts.values()[i];
            changed[i] = text != null && text.startsWith(own + "/") ? seen + text.substring(own.length()) : text;
        }
        return new Vector.Strings(changed, texts.size(), texts.nulls());
    }
}

package org.heralddata.query.sky;

import java.util.List;
import org.heralddata.model.sky.SkyPosition;

/**
 * Which rows around a place, and which of their columns.
 *
 * @param radiusDeg 0 to 180, the rim included
 * @param columns   names, in the order wanted, at least one
 * @param limit     at most so many rows
 */
public record ConeRequest(SkyPosition centre, double radiusDeg, List<String> columns, long limit) {

    public ConeRequest {
        columns = List.copyOf(columns);
        if (!(radiusDeg >= 0 && radiusDeg <= 180) || limit < 0 || columns.isEmpty()) {
            throw new IllegalArgumentException("radius %s, limit %s, columns %s".formatted(radiusDeg, limit, columns));
        }
    }
}

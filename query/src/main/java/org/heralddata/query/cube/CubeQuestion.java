package org.heralddata.query.cube;

import java.util.List;

/**
 * What linked views ask.
 *
 * @param where   cuts that hold for all views
 * @param active  the view to be brushed; its own cut is left out
 * @param views   the other views, 0 to 24
 * @param sampled whether an answer from a sample of the rows will do, where there is one
 */
public record CubeQuestion(String where, CubeView active, List<Linked> views, boolean sampled) {

    public CubeQuestion {
        views = List.copyOf(views);
    }

    /** @param cut of this view, which all others obey; empty for none */
    public record Linked(CubeView view, String cut) {}
}

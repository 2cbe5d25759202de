package org.heralddata.formats.km3net;

/** What a line of an event tells. */
enum EvtTag {
    TRACK,
    HIT,
    TIME,
    WEIGHTS,
    W2LIST,
    W3LIST,
    OTHER;

    static EvtTag of(String tag) {
        if (tag.startsWith("track_")) {
            return TRACK;
        }
        return switch (tag) {
            case "neutrino", "primarylepton", "primary_lepton" -> TRACK;
            case "hit", "hit_raw", "hit_bg" -> HIT;
            case "eventtime" -> TIME;
            case "weights" -> WEIGHTS;
            case "w2list" -> W2LIST;
            case "w3list" -> W3LIST;
            default -> OTHER;
        };
    }
}

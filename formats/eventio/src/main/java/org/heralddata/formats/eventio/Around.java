package org.heralddata.formats.eventio;

/** What the object come by last belongs to: numbers of those that came before it or lie around it. */
final class Around {

    /** Stands for a number that is not known. */
    static final long NONE = Long.MIN_VALUE;

    private long event = NONE;
    private long shower = NONE;
    private long array = NONE;
    private long calibration = NONE;
    private int calibrationDepth;

    void passBy(Header header) {
        if (calibration != NONE && header.depth() <= calibrationDepth) {
            calibration = NONE;
        }
        switch (header.family()) {
            case 1202 -> event = header.id();
            case 1204 -> array = header.id();
            case 2009, 2010, 2021, Header.TELESCOPE_EVENT -> event = header.id();
            case 2020 -> shower = header.id();
            case 2028, 2034 -> {
                calibration = header.id();
                calibrationDepth = header.depth();
                event = NONE;
            }
            default -> {}
        }
    }

    long event() {
        return event;
    }

    long shower() {
        return shower;
    }

    long array() {
        return array;
    }

    long calibration() {
        return calibration;
    }
}

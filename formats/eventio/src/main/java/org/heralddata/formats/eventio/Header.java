package org.heralddata.formats.eventio;

import java.nio.ByteOrder;

/**
 * What an object says of itself before its content.
 *
 * @param type      0 to 65535
 * @param version   0 to 4095
 * @param id        the meaning depends on the type
 * @param container true if the content is nothing but objects
 * @param length    bytes of the content
 * @param offset    byte of the content in the file, after decompression
 * @param order     byte order of the content
 * @param depth     objects around it
 */
record Header(int type, int version, int id, boolean container, long length, long offset, ByteOrder order, int depth) {

    /** Types 2100 and 2200 of tracking and telescope events stand for one type a telescope: 2100 + t % 100 + 1000 (t / 100). */
    static final int TRACKING = 2100;

    static final int TELESCOPE_EVENT = 2200;

    /** The type without the number of a telescope. */
    int family() {
        int of1000 = type % 1000;
        if (type >= TRACKING && of1000 >= 100 && of1000 < 200) {
            return TRACKING;
        }
        return type >= TELESCOPE_EVENT && of1000 >= 200 && of1000 < 300 ? TELESCOPE_EVENT : type;
    }

    /** The telescope that the object belongs to, for those types whose type or id says it. */
    int telescope() {
        return switch (family()) {
            case TRACKING -> telescope(type - TRACKING);
            case TELESCOPE_EVENT -> telescope(type - TELESCOPE_EVENT);
            case 2012, 2013 -> (id >> 12) & 0xffff;
            case 2014, 2022 -> (id & 0xff) | ((id & 0x3f00_0000) >> 16);
            case 2027 -> id % 1_000_000;
            default -> id;
        };
    }

    private static int telescope(int base) {
        return 100 * (base / 1000) + base % 1000;
    }
}

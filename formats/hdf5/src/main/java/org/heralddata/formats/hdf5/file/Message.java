package org.heralddata.formats.hdf5.file;

/**
 * One message of an object header.
 *
 * @param type  what it says, see the constants
 * @param flags bit 1: the body only refers to a message elsewhere
 * @param body  read from its start by whoever asks
 */
record Message(int type, int flags, Block body) {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int OLD_FILL_VALUE = 0x04;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int EXTERNAL_FILES = 0x07;
    static final int LAYOUT = 0x08;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int CONTINUATION = 0x10;
    static final int SYMBOL_TABLE = 0x11;
    static final int ATTRIBUTE_INFO = 0x15;

    private static final int SHARED = 0x02;

    boolean shared() {
        return (flags & SHARED) != 0;
    }
}

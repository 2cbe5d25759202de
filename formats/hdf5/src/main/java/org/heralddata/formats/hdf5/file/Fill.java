package org.heralddata.formats.hdf5.file;

/** Repeats the fill value over elements that were never written. */
final class Fill {

    private Fill() {}

    static void with(byte[] target, byte[] element) {
        for (int at = 0; at + element.length <= target.length && element.length > 0; at += element.length) {
            System.arraycopy(element, 0, target, at, element.length);
        }
    }
}

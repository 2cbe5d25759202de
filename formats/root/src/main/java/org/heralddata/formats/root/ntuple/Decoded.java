package org.heralddata.formats.root.ntuple;

/** The elements of a page, one array by the kind of its encoding. Arrays are not changed. */
@SuppressWarnings("ArrayRecordComponent") // elements without boxing or copying are what this type is for
sealed interface Decoded {

    int bytes();

    /** Bits as 0 and 1, characters, and integers of 8 bits. */
    record Bytes(byte[] values) implements Decoded {
        @Override
        public int bytes() {
            return values.length;
        }
    }

    /** Integers, of 64 bits unsigned as their bits; of switches see {@link PageDecoder}. */
    record Longs(long[] values) implements Decoded {
        @Override
        public int bytes() {
            return values.length * Long.BYTES;
        }
    }

    record Doubles(double[] values) implements Decoded {
        @Override
        public int bytes() {
            return values.length * Double.BYTES;
        }
    }
}

package org.heralddata.formats.fits;

import java.io.IOException;

/** Rows that lie in the file as they are. */
record PlainRows(Bytes bytes, FitsTable table) implements RowSource {

    @Override
    public void read(long first, int rows, byte[] target) throws IOException {
        long from = table.hdu().dataOffset() + first * table.rowBytes();
        int length = Math.toIntExact(rows * table.rowBytes());
        int got = bytes.read(from, target, 0, length);
        if (got < length) {
            throw table.hdu()
                    .place()
                    .refusal(FitsCode.TRUNCATED, from + got, "the file became shorter while it was read");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

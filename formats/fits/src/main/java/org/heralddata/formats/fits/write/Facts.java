package org.heralddata.formats.fits.write;

import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/** What has to be known of a column before its first row can be written. */
final class Facts {

    /** Stored values tried as marks of missing ones: this many at each end of the type's range. */
    private static final int ENDS = 8;

    private final boolean integer;
    private final boolean varies;
    private final StoredType type;
    /** Of 8 and 16 bits every stored value that occurs, of wider types those near the ends, counted from them. */
    private final BitSet used = new BitSet();

    private boolean nulls;
    private long rows;
    private int longest;
    private long total;
    private long empties;

    Facts(Column column) {
        varies = column.shape().varies();
        integer = column.type().isInteger();
        type = Prepared.isText(column) ? StoredType.UINT8 : StoredType.of(column.type());
    }

    boolean hasNulls() {
        return nulls;
    }

    long rows() {
        return rows;
    }

    /** Bytes of the longest text or elements of the longest list. */
    int longest() {
        return longest;
    }

    /** Bytes of all texts or elements of all lists. */
    long total() {
        return total;
    }

    /** Texts and lists that are there but have no bytes or elements. */
    long empties() {
        return empties;
    }

    void add(Vector vector) {
        rows += vector.size();
        addCells(vector);
    }

    private void addCells(Vector vector) {
        BitSet missing = vector.nulls();
        // A missing list is empty; a TNULL that it does not need would keep astropy from reading the table.
        nulls |= missing != null && !missing.isEmpty() && !(varies && vector instanceof Vector.Lists);
        switch (vector) {
            case Vector.Longs longs -> {
                if (integer) {
                    use(longs);
                }
            }
            case Vector.Blobs blobs -> {
                for (int i = 0; i < blobs.size(); i++) {
                    if (!blobs.isNull(i)) {
                        length(blobs.values()[i].length);
                    }
                }
            }
            case Vector.Lists lists -> {
                if (!(lists.elements() instanceof Vector.Blobs)) {
                    for (int i = 0; i < lists.size(); i++) {
                        length(lists.offsets()[i + 1] - lists.offsets()[i]);
                    }
                }
                addCells(lists.elements());
            }
            case Vector.Doubles _ -> {}
            case Vector.Strings _ -> throw new IllegalArgumentException("texts come as bytes");
        }
    }

    private void length(int length) {
        longest = Math.max(longest, length);
        total += length;
        empties += length == 0 ? 1 : 0;
    }

    private void use(Vector.Longs longs) {
        for (int i = 0; i < longs.size(); i++) {
            long stored = longs.values()[i] - type.zero;
            if (type.width <= 2) {
                used.set((int) (stored - type.least()));
            } else if (stored - type.least() >= 0 && stored - type.least() < ENDS) {
                used.set((int) (stored - type.least()));
            } else if (type.greatest() - stored >= 0 && type.greatest() - stored < ENDS) {
                used.set(ENDS + (int) (type.greatest() - stored));
            }
        }
    }

    /**
     * The stored type: the column's own, or a wider one if it has nulls but no value to spare for them. Also where TZERO
     * would shift them: astropy compares TNULL with what is already shifted, and so would miss every one.
     */
    StoredType stored() {
        boolean full = type.width <= 2 && used.cardinality() == 1 << (8 * type.width);
        boolean shifted = type.zero != 0 && type != StoredType.UINT64;
        return integer && nulls && (full || shifted) ? type.wider() : type;
    }

    /** A stored value that does not occur, to mark missing ones. */
    long marker() {
        StoredType stored = stored();
        if (stored != type) {
            return stored.least();
        }
        if (type.width <= 2) {
            int last = (1 << (8 * type.width)) - 1;
            return type.least() + (type.width > 1 ? used.nextClearBit(0) : used.previousClearBit(last));
        }
        for (int i = 0; i < ENDS; i++) {
            if (type != StoredType.UINT64 && !used.get(i)) {
                return type.least() + i;
            }
            if (!used.get(ENDS + i)) {
                return type.greatest() - i;
            }
        }
        throw new IllegalStateException("no stored value is free to mark missing ones");
    }
}

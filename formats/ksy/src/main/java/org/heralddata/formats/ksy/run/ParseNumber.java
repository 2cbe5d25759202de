package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.model.table.ColumnType;

/** Reads a number of whole bytes. */
final class ParseNumber extends Parse {
    private final ColumnType type;
    private final TypeNode.ByteOrder order;

    ParseNumber(Kind kind, ColumnType type, TypeNode.ByteOrder order) {
        super(kind);
        this.type = type;
        this.order = order;
    }

    @Override
    long number(Struct self, ByteStream io) {
        boolean little = switch (order) {
            case LITTLE -> true;
            case BIG, NONE -> false;
            case COMPUTED, INHERITED -> decided(self, io);
        };
        return switch (type) {
            case UINT8 -> io.unsigned1();
            case INT8 -> io.signed1();
            case UINT16 -> io.word2(little) & 0xffffL;
            case INT16 -> io.word2(little);
            case UINT32 -> io.word4(little) & 0xffff_ffffL;
            case INT32 -> io.word4(little);
            case UINT64, INT64 -> io.word8(little);
            case FLOAT32 -> Double.doubleToRawLongBits(Float.intBitsToFloat(io.word4(little)));
            case FLOAT64 -> io.word8(little);
            case BOOL, STRING, BYTES, TIMESTAMP -> throw new IllegalStateException(type.label());
        };
    }

    private static boolean decided(Struct self, ByteStream io) {
        Boolean little = self.little;
        if (little == null) {
            throw new Failure(KsyCode.UNDECIDED_ENDIAN, "the byte order is not known").at(io.offset());
        }
        return little;
    }
}

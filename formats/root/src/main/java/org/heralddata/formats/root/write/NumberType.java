package org.heralddata.formats.root.write;

/** A number as StreamerInfo knows it (TVirtualStreamerInfo::EReadWrite). */
enum NumberType {
    CHAR(1, 1, "char", "Char_t"),
    SHORT(2, 2, "short", "Short_t"),
    INT(3, 4, "int", "Int_t"),
    FLOAT(5, 4, "float", "Float_t"),
    /** An int that says how many elements a pointer points to. */
    COUNTER(6, 4, "int", "Int_t"),
    DOUBLE(8, 8, "double", "Double_t"),
    UCHAR(11, 1, "unsigned char", "UChar_t"),
    USHORT(12, 2, "unsigned short", "UShort_t"),
    UINT(13, 4, "unsigned int", "UInt_t"),
    /** The status word of TObject. */
    BITS(15, 4, "unsigned int", "UInt_t"),
    LONG(16, 8, "long long", "Long64_t"),
    ULONG(17, 8, "unsigned long long", "ULong64_t"),
    BOOL(18, 1, "bool", "Bool_t");

    final int code;
    final int width;

    /** Name in C++. */
    final String label;

    /** ROOT's typedef. */
    final String typedef;

    NumberType(int code, int width, String label, String typedef) {
        this.code = code;
        this.width = width;
        this.label = label;
        this.typedef = typedef;
    }

    /** The name by which ROOT counts it in checksums and in names of vectors. */
    String portable() {
        return this == LONG || this == ULONG ? typedef : label;
    }
}

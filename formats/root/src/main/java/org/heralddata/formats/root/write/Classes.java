package org.heralddata.formats.root.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The classes of a tree, as ROOT 6.20 has them. */
final class Classes {
    static final ClassInfo OBJECT = ClassInfo.of(
            "TObject",
            "Basic ROOT object",
            1,
            number("fUniqueID", NumberType.UINT, "object unique identifier"),
            number("fBits", NumberType.BITS, "bit field status word"));
    static final ClassInfo STRING = ClassInfo.of("TString", "Basic string class", 2);
    static final ClassInfo NAMED = ClassInfo.of(
            "TNamed",
            "The basis for a named object (name, title)",
            1,
            base(OBJECT),
            text("fName", "object identifier"),
            text("fTitle", "object title"));
    static final ClassInfo OBJ_STRING =
            ClassInfo.of("TObjString", "Collectable string class", 1, base(OBJECT), text("fString", "wrapped TString"));

    static final ClassInfo COLLECTION = ClassInfo.of(
            "TCollection",
            "Collection abstract base class",
            3,
            base(OBJECT),
            text("fName", "name of the collection"),
            number("fSize", NumberType.INT, "number of elements in collection"));
    static final ClassInfo SEQ_COLLECTION = ClassInfo.of(
            "TSeqCollection",
            "Sequenceable collection ABC",
            0,
            base(COLLECTION),
            new Member.Unstored("fSorted", NumberType.BOOL));
    static final ClassInfo LIST = ClassInfo.of("TList", "Doubly linked list", 5, base(SEQ_COLLECTION));
    static final ClassInfo OBJ_ARRAY = ClassInfo.of(
            "TObjArray",
            "An array of objects",
            3,
            base(SEQ_COLLECTION),
            number("fLowerBound", NumberType.INT, "Lower bound of the array"),
            number("fLast", NumberType.INT, "Last element in array containing an object"));

    static final ClassInfo ARRAY_D = ClassInfo.of("TArrayD", "Array of doubles", 1);
    static final ClassInfo ARRAY_I = ClassInfo.of("TArrayI", "Array of ints", 1);

    static final ClassInfo ATT_LINE = ClassInfo.of(
            "TAttLine",
            "Line attributes",
            2,
            number("fLineColor", NumberType.SHORT, "Line color"),
            number("fLineStyle", NumberType.SHORT, "Line style"),
            number("fLineWidth", NumberType.SHORT, "Line width"));
    static final ClassInfo ATT_FILL = ClassInfo.of(
            "TAttFill",
            "Fill area attributes",
            2,
            number("fFillColor", NumberType.SHORT, "Fill area color"),
            number("fFillStyle", NumberType.SHORT, "Fill area style"));
    static final ClassInfo ATT_MARKER = ClassInfo.of(
            "TAttMarker",
            "Marker attributes",
            2,
            number("fMarkerColor", NumberType.SHORT, "Marker color"),
            number("fMarkerStyle", NumberType.SHORT, "Marker style"),
            number("fMarkerSize", NumberType.FLOAT, "Marker size"));
    static final ClassInfo IO_FEATURES =
            new ClassInfo("ROOT::TIOFeatures", "", 1, true, List.of(number("fIOBits", NumberType.UCHAR, "")));

    static final ClassInfo LEAF = ClassInfo.of(
            "TLeaf",
            "Leaf: description of a Branch data type",
            2,
            base(NAMED),
            number("fLen", NumberType.INT, "Number of fixed length elements in the leaf's data."),
            number("fLenType", NumberType.INT, "Number of bytes for this data type"),
            number("fOffset", NumberType.INT, "Offset in ClonesArray object (if one)"),
            number(
                    "fIsRange",
                    NumberType.BOOL,
                    "(=kTRUE if leaf has a range, kFALSE otherwise).  This is equivalent to being a 'leafcount'."
                            + "  For a TLeafElement the range information is actually store in the TBranchElement."),
            number("fIsUnsigned", NumberType.BOOL, "(=kTRUE if unsigned, kFALSE otherwise)"),
            new Member.Pointer(
                    "fLeafCount", "TLeaf", "Pointer to Leaf count if variable length (we do not own the counter)"));
    static final ClassInfo LEAF_B = leaf("TLeafB", NumberType.CHAR);
    static final ClassInfo LEAF_S = leaf("TLeafS", NumberType.SHORT);
    static final ClassInfo LEAF_I = leaf("TLeafI", NumberType.INT);
    static final ClassInfo LEAF_L = leaf("TLeafL", NumberType.LONG);
    static final ClassInfo LEAF_F = leaf("TLeafF", NumberType.FLOAT);
    static final ClassInfo LEAF_D = leaf("TLeafD", NumberType.DOUBLE);
    static final ClassInfo LEAF_O = leaf("TLeafO", NumberType.BOOL);
    static final ClassInfo LEAF_C = leaf("TLeafC", NumberType.INT);
    static final ClassInfo LEAF_ELEMENT = ClassInfo.of(
            "TLeafElement",
            "Leaf: description of a Branch data type",
            1,
            base(LEAF),
            number("fID", NumberType.INT, "element serial number in fInfo"),
            number("fType", NumberType.INT, "leaf type"));

    static final ClassInfo BRANCH = ClassInfo.of(
            "TBranch",
            "Branch descriptor",
            13,
            base(NAMED),
            base(ATT_FILL),
            number("fCompress", NumberType.INT, "Compression level and algorithm"),
            number("fBasketSize", NumberType.INT, "Initial Size of  Basket Buffer"),
            number("fEntryOffsetLen", NumberType.INT, "Initial Length of fEntryOffset table in the basket buffers"),
            number("fWriteBasket", NumberType.INT, "Last basket number written"),
            number("fEntryNumber", NumberType.LONG, "Current entry number (last one filled in this branch)"),
            new Member.Held("fIOFeatures", IO_FEATURES, 1, "IO features for newly-created baskets."),
            number("fOffset", NumberType.INT, "Offset of this branch"),
            number("fMaxBaskets", NumberType.COUNTER, "Maximum number of Baskets so far"),
            number("fSplitLevel", NumberType.INT, "Branch split level"),
            number("fEntries", NumberType.LONG, "Number of entries"),
            number("fFirstEntry", NumberType.LONG, "Number of the first entry in this branch"),
            number("fTotBytes", NumberType.LONG, "Total number of bytes in all leaves before compression"),
            number("fZipBytes", NumberType.LONG, "Total number of bytes in all leaves after compression"),
            array("fBranches", "-> List of Branches of this branch"),
            array("fLeaves", "-> List of leaves of this branch"),
            array("fBaskets", "-> List of baskets of this branch"),
            counted("fBasketBytes", NumberType.INT, "fMaxBaskets", " Length of baskets on file"),
            counted("fBasketEntry", NumberType.LONG, "fMaxBaskets", " Table of first entry in each basket"),
            counted("fBasketSeek", NumberType.LONG, "fMaxBaskets", " Addresses of baskets on file"),
            text("fFileName", "Name of file where buffers are stored (\"\" if in same file as Tree header)"));
    static final ClassInfo BRANCH_ELEMENT = ClassInfo.of(
            "TBranchElement",
            "Branch in case of an object",
            10,
            base(BRANCH),
            text("fClassName", "Class name of referenced object"),
            text("fParentName", "Name of parent class"),
            text("fClonesName", "Name of class in TClonesArray (if any)"),
            number("fCheckSum", NumberType.UINT, "CheckSum of class"),
            number("fClassVersion", NumberType.SHORT, "Version number of class"),
            number("fID", NumberType.INT, "element serial number in fInfo"),
            number("fType", NumberType.INT, "branch type"),
            number("fStreamerType", NumberType.INT, "branch streamer type"),
            number("fMaximum", NumberType.INT, "Maximum entries for a TClonesArray or variable array"),
            new Member.Pointer("fBranchCount", "TBranchElement", "pointer to primary branchcount branch"),
            new Member.Pointer("fBranchCount2", "TBranchElement", "pointer to secondary branchcount branch"));

    static final ClassInfo TREE = ClassInfo.of(
            "TTree",
            "Tree descriptor (the main ROOT I/O class)",
            20,
            base(NAMED),
            base(ATT_LINE),
            base(ATT_FILL),
            base(ATT_MARKER),
            number("fEntries", NumberType.LONG, "Number of entries"),
            number("fTotBytes", NumberType.LONG, "Total number of bytes in all branches before compression"),
            number("fZipBytes", NumberType.LONG, "Total number of bytes in all branches after compression"),
            number("fSavedBytes", NumberType.LONG, "Number of autosaved bytes"),
            number("fFlushedBytes", NumberType.LONG, "Number of auto-flushed bytes"),
            number("fWeight", NumberType.DOUBLE, "Tree weight (see TTree::SetWeight)"),
            number("fTimerInterval", NumberType.INT, "Timer interval in milliseconds"),
            number("fScanField", NumberType.INT, "Number of runs before prompting in Scan"),
            number("fUpdate", NumberType.INT, "Update frequency for EntryLoop"),
            number(
                    "fDefaultEntryOffsetLen",
                    NumberType.INT,
                    "Initial Length of fEntryOffset table in the basket buffers"),
            number(
                    "fNClusterRange",
                    NumberType.COUNTER,
                    "Number of Cluster range in addition to the one defined by 'AutoFlush'"),
            number("fMaxEntries", NumberType.LONG, "Maximum number of entries in case of circular buffers"),
            number("fMaxEntryLoop", NumberType.LONG, "Maximum number of entries to process"),
            number("fMaxVirtualSize", NumberType.LONG, "Maximum total size of buffers kept in memory"),
            number(
                    "fAutoSave",
                    NumberType.LONG,
                    "Autosave tree when fAutoSave entries written or -fAutoSave (compressed) bytes produced"),
            number(
                    "fAutoFlush",
                    NumberType.LONG,
                    "Auto-flush tree when fAutoFlush entries written or -fAutoFlush (compressed) bytes produced"),
            number("fEstimate", NumberType.LONG, "Number of entries to estimate histogram limits"),
            counted("fClusterRangeEnd", NumberType.LONG, "fNClusterRange", " Last entry of a cluster range."),
            counted(
                    "fClusterSize",
                    NumberType.LONG,
                    "fNClusterRange",
                    " Number of entries in each cluster for a given range."),
            new Member.Held(
                    "fIOFeatures", IO_FEATURES, 1, "IO features to define for newly-written baskets and branches."),
            array("fBranches", "List of Branches"),
            array("fLeaves", "Direct pointers to individual branch leaves"),
            new Member.Pointer("fAliases", "TList", "List of aliases for expressions based on the tree branches."),
            new Member.Held("fIndexValues", ARRAY_D, 24, "Sorted index values"),
            new Member.Held("fIndex", ARRAY_I, 24, "Index of sorted values"),
            new Member.Pointer("fTreeIndex", "TVirtualIndex", "Pointer to the tree Index (if any)"),
            new Member.Pointer("fFriends", "TList", "pointer to list of friend elements"),
            new Member.Pointer("fUserInfo", "TList", "pointer to a list of user objects associated to this Tree"),
            new Member.Pointer("fBranchRef", "TBranchRef", "Branch supporting the TRefTable (if any)"));

    /** The anchor of an RNTuple. */
    static final ClassInfo NTUPLE = ClassInfo.of(
            "ROOT::RNTuple",
            "",
            2,
            number("fVersionEpoch", NumberType.USHORT, ""),
            number("fVersionMajor", NumberType.USHORT, ""),
            number("fVersionMinor", NumberType.USHORT, ""),
            number("fVersionPatch", NumberType.USHORT, ""),
            number("fSeekHeader", NumberType.ULONG, ""),
            number("fNBytesHeader", NumberType.ULONG, ""),
            number("fLenHeader", NumberType.ULONG, ""),
            number("fSeekFooter", NumberType.ULONG, ""),
            number("fNBytesFooter", NumberType.ULONG, ""),
            number("fLenFooter", NumberType.ULONG, ""),
            number("fMaxKeySize", NumberType.ULONG, ""));

    /** Version that ROOT gives all collections of the standard library. */
    private static final int VECTOR_VERSION = 6;

    private static final int OBJECT_CODE = 61;

    private Classes() {}

    /** {@code vector<T>} of numbers. */
    static ClassInfo vector(NumberType element) {
        return vector(element.portable(), element.typedef, element.code);
    }

    /** {@code vector<string>}. */
    static ClassInfo vectorOfStrings() {
        return vector("string", "string", OBJECT_CODE);
    }

    /** {@code vector<inner>} of a vector. */
    static ClassInfo vector(ClassInfo inner) {
        return vector(inner.name(), inner.name().replace(" >", ">"), OBJECT_CODE);
    }

    private static ClassInfo vector(String element, String told, int code) {
        String name = "vector<" + element + (element.endsWith(">") ? " >" : ">");
        return ClassInfo.of(
                name,
                "",
                VECTOR_VERSION,
                new Member.Contents("This", name, code, "<" + told + "> Used to call the proper TStreamerInfo case"));
    }

    /** The class with all that it is made of, what is needed first before; TArrays, which all know, left out. */
    static List<ClassInfo> closure(ClassInfo type) {
        List<ClassInfo> all = new ArrayList<>();
        for (Member member : type.members()) {
            switch (member) {
                case Member.Base(ClassInfo base) -> all.addAll(closure(base));
                case Member.Held(var name, ClassInfo held, var size, var title) -> {
                    if (!held.members().isEmpty()) {
                        all.addAll(closure(held));
                    }
                }
                case Member.Text _ -> all.add(STRING);
                case Member.Basic _, Member.Counted _, Member.Pointer _, Member.Contents _, Member.Unstored _ -> {}
            }
        }
        all.add(type);
        return Collections.unmodifiableList(all);
    }

    private static ClassInfo leaf(String name, NumberType type) {
        return ClassInfo.of(
                name,
                "Leaf: description of a Branch data type",
                1,
                base(LEAF),
                number("fMinimum", type, "Minimum value if leaf range is specified"),
                number("fMaximum", type, "Maximum value if leaf range is specified"));
    }

    private static Member base(ClassInfo type) {
        return new Member.Base(type);
    }

    private static Member number(String name, NumberType type, String title) {
        return new Member.Basic(name, type, 0, title);
    }

    private static Member text(String name, String title) {
        return new Member.Text(name, title);
    }

    private static Member array(String name, String title) {
        return new Member.Held(name, OBJ_ARRAY, 64, title);
    }

    private static Member counted(String name, NumberType type, String counter, String title) {
        return new Member.Counted(name, type, counter, "[" + counter + "]" + title);
    }
}

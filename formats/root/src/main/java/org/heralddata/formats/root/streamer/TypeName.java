package org.heralddata.formats.root.streamer;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.model.table.ColumnType;

/** Names of C++ types: brought to one spelling, and read as {@link Type}s. */
public final class TypeName {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 4096;
    private static final Pattern SPACES = Pattern.compile("\\s*([<>,*])\\s*|\\s+");
    private static final Pattern STD = Pattern.compile("\\bstd::(?:__1::|__cxx11::)?");
    private static final Pattern TEXT = Pattern.compile("basic_string<char(?:,.*)?>");
    private static final Set<String> SEQUENCES = Set.of(
            "vector",
            "list",
            "deque",
            "set",
            "multiset",
            "unordered_set",
            "unordered_multiset",
            "forward_list",
            "RVec",
            "ROOT::RVec",
            "ROOT::VecOps::RVec");
    private static final Set<String> MAPS = Set.of("map", "multimap", "unordered_map", "unordered_multimap");
    private static final Map<String, Primitive> NUMBERS = Map.ofEntries(
            entry("bool", Primitive.BOOL),
            entry("Bool_t", Primitive.BOOL),
            entry("char", Primitive.INT8),
            entry("Char_t", Primitive.INT8),
            entry("signed char", Primitive.INT8),
            entry("int8_t", Primitive.INT8),
            entry("unsigned char", Primitive.UINT8),
            entry("UChar_t", Primitive.UINT8),
            entry("Byte_t", Primitive.UINT8),
            entry("uint8_t", Primitive.UINT8),
            entry("byte", Primitive.UINT8),
            entry("short", Primitive.INT16),
            entry("short int", Primitive.INT16),
            entry("Short_t", Primitive.INT16),
            entry("int16_t", Primitive.INT16),
            entry("unsigned short", Primitive.UINT16),
            entry("unsigned short int", Primitive.UINT16),
            entry("UShort_t", Primitive.UINT16),
            entry("uint16_t", Primitive.UINT16),
            entry("int", Primitive.INT32),
            entry("signed int", Primitive.INT32),
            entry("Int_t", Primitive.INT32),
            entry("int32_t", Primitive.INT32),
            entry("unsigned", Primitive.UINT32),
            entry("unsigned int", Primitive.UINT32),
            entry("UInt_t", Primitive.UINT32),
            entry("uint32_t", Primitive.UINT32),
            entry("long", Primitive.INT64),
            entry("long int", Primitive.INT64),
            entry("long long", Primitive.INT64),
            entry("long long int", Primitive.INT64),
            entry("Long_t", Primitive.INT64),
            entry("Long64_t", Primitive.INT64),
            entry("int64_t", Primitive.INT64),
            entry("unsigned long", Primitive.UINT64),
            entry("unsigned long int", Primitive.UINT64),
            entry("unsigned long long", Primitive.UINT64),
            entry("unsigned long long int", Primitive.UINT64),
            entry("ULong_t", Primitive.UINT64),
            entry("ULong64_t", Primitive.UINT64),
            entry("uint64_t", Primitive.UINT64),
            entry("size_t", Primitive.UINT64),
            entry("float", Primitive.FLOAT32),
            entry("Float_t", Primitive.FLOAT32),
            entry("double", Primitive.FLOAT64),
            entry("Double_t", Primitive.FLOAT64));

    private TypeName() {}

    /** One spelling of a name: without {@code std::} and needless spaces. */
    public static String tidy(String name) {
        if (name.length() > LONGEST) {
            return name;
        }
        String bare = STD.matcher(name).replaceAll("");
        return SPACES.matcher(bare)
                .replaceAll(m -> m.group(1) == null ? " " : m.group(1))
                .strip();
    }

    /** What a name stands for within a container or at the top of a branch. */
    public static Type read(String name) {
        return name.length() > LONGEST ? new Type.Unknown(name.substring(0, 60) + "…", false) : read(tidy(name), 0);
    }

    private static Type read(String tidy, int depth) {
        String name = tidy.startsWith("const ") ? tidy.substring(6) : tidy;
        Primitive number = NUMBERS.get(name);
        if (number != null) {
            return new Type.Numeric(number);
        }
        switch (name) {
            case "string" -> {
                return new Type.Text(true);
            }
            case "TString" -> {
                return new Type.Text(false);
            }
            case "char*" -> {
                return new Type.LongText();
            }
            case "Double32_t" -> {
                return new Type.Packed(new Packing(ColumnType.FLOAT64, 0, 0, 0));
            }
            case "Float16_t" -> {
                return new Type.Packed(Packing.float16(""));
            }
            default -> {}
        }
        if (TEXT.matcher(name).matches()) {
            return new Type.Text(true);
        }
        if (name.endsWith("*")) {
            return new Type.Pointer(name.substring(0, name.length() - 1));
        }
        int open = name.indexOf('<');
        if (open > 0 && name.endsWith(">") && depth < DEEPEST) {
            return template(name, name.substring(0, open), arguments(name, open), depth);
        }
        return new Type.Instance(name);
    }

    private static Type template(String whole, String outer, List<String> arguments, int depth) {
        if (SEQUENCES.contains(outer) && !arguments.isEmpty()) {
            return new Type.Collection(read(arguments.getFirst(), depth + 1));
        }
        if (MAPS.contains(outer) && arguments.size() >= 2) {
            return new Type.Mapping(read(arguments.getFirst(), depth + 1), read(arguments.get(1), depth + 1));
        }
        if (outer.equals("bitset")) {
            return new Type.Collection(new Type.Numeric(Primitive.BOOL));
        }
        if (outer.equals("array") && arguments.size() == 2 && arguments.get(1).matches("\\d{1,8}")) {
            return new Type.Array(read(arguments.getFirst(), depth + 1), List.of(Integer.parseInt(arguments.get(1))));
        }
        return new Type.Instance(whole);
    }

    /** What stands between the outermost angle brackets, parted at its commas. */
    static List<String> arguments(String name, int open) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int from = open + 1;
        for (int i = open + 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>' && depth > 0) {
                depth--;
            } else if ((c == ',' || c == '>') && depth == 0) {
                if (i > from) {
                    arguments.add(name.substring(from, i).strip());
                }
                from = i + 1;
            }
        }
        return arguments;
    }
}

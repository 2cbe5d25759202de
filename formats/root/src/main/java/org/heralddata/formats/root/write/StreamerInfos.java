package org.heralddata.formats.root.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the list of TStreamerInfo that describes classes to readers. */
final class StreamerInfos {
    private static final ClassInfo ELEMENT = ClassInfo.of(
            "TStreamerElement",
            "",
            4,
            new Member.Base(Classes.NAMED),
            integer("fType"),
            integer("fSize"),
            integer("fArrayLength"),
            integer("fArrayDim"),
            new Member.Basic("fMaxIndex", NumberType.INT, 5, ""),
            new Member.Text("fTypeName", ""));
    private static final ClassInfo BASE = element("TStreamerBase", 3, integer("fBaseVersion"));
    private static final ClassInfo BASIC = element("TStreamerBasicType", 2);
    private static final ClassInfo BASIC_POINTER = element(
            "TStreamerBasicPointer",
            2,
            integer("fCountVersion"),
            new Member.Text("fCountName", ""),
            new Member.Text("fCountClass", ""));
    private static final ClassInfo STRING = element("TStreamerString", 2);
    private static final ClassInfo OBJECT = element("TStreamerObject", 2);
    private static final ClassInfo OBJECT_ANY = element("TStreamerObjectAny", 2);
    private static final ClassInfo OBJECT_POINTER = element("TStreamerObjectPointer", 2);
    private static final ClassInfo STL = element("TStreamerSTL", 3, integer("fSTLtype"), integer("fCtype"));
    private static final ClassInfo INFO = ClassInfo.of(
            "TStreamerInfo",
            "",
            9,
            new Member.Base(Classes.NAMED),
            new Member.Basic("fCheckSum", NumberType.UINT, 0, ""),
            integer("fClassVersion"),
            new Member.Pointer("fElements", "TObjArray", ""));

    /** Codes of members that are no numbers (TVirtualStreamerInfo::EReadWrite). */
    private static final int POINTER_TO_NUMBERS = 40;

    private static final int CODE_OBJECT = 61;
    private static final int CODE_ANY = 62;
    private static final int CODE_POINTER = 64;
    private static final int CODE_STRING = 65;
    private static final int CODE_TOBJECT = 66;
    private static final int CODE_TNAMED = 67;
    private static final int CODE_STL = 500;
    private static final int STRING_SIZE = 24;
    private static final int POINTER_SIZE = 8;

    private StreamerInfos() {}

    /** The list, for the classes given and all that they are made of. */
    static StoredObject list(Collection<ClassInfo> used) {
        Set<ClassInfo> all = new LinkedHashSet<>();
        for (ClassInfo type : used) {
            all.addAll(Classes.closure(type));
        }
        return StoredObject.collection(
                Classes.LIST, all.stream().map(StreamerInfos::info).toList());
    }

    private static StoredObject info(ClassInfo type) {
        List<StoredObject> elements = new ArrayList<>();
        for (Member member : type.members()) {
            if (!(member instanceof Member.Unstored)) {
                elements.add(element(type, member));
            }
        }
        return StoredObject.named(INFO, type.name(), "")
                .set("fCheckSum", type.checksum())
                .set("fClassVersion", type.version())
                .set("fElements", StoredObject.array(elements));
    }

    private static StoredObject element(ClassInfo owner, Member member) {
        return switch (member) {
            case Member.Base(ClassInfo base) ->
                element(BASE, member, baseCode(base), 0, "BASE")
                        .set("fMaxIndex", new int[] {0, base.checksum()})
                        .set("fBaseVersion", base.version());
            case Member.Basic(var name, var type, var length, var title) -> {
                StoredObject number = element(BASIC, member, type.code, type.width, type.label);
                if (length > 0) {
                    throw new IllegalArgumentException("no class told of has an array, but " + owner.name());
                }
                yield number;
            }
            case Member.Counted(var name, var type, var counter, var title) ->
                element(BASIC_POINTER, member, POINTER_TO_NUMBERS + type.code, type.width, type.label + "*")
                        .set("fCountVersion", owner.version())
                        .set("fCountName", counter)
                        .set("fCountClass", owner.name());
            case Member.Text _ -> element(STRING, member, CODE_STRING, STRING_SIZE, "TString");
            case Member.Held(var name, var type, var size, var title) ->
                type.is(Classes.OBJ_ARRAY)
                        ? element(OBJECT, member, CODE_OBJECT, size, type.name())
                        : element(OBJECT_ANY, member, CODE_ANY, size, type.name());
            case Member.Pointer(var name, var target, var title) ->
                element(OBJECT_POINTER, member, CODE_POINTER, POINTER_SIZE, target + "*");
            case Member.Contents(var name, var type, var code, var title) ->
                element(STL, member, CODE_STL, 0, type).set("fSTLtype", 1).set("fCtype", code);
            case Member.Unstored _ -> throw new IllegalArgumentException("not stored: " + member.name());
        };
    }

    private static int baseCode(ClassInfo base) {
        return base.is(Classes.NAMED) ? CODE_TNAMED : base.is(Classes.OBJECT) ? CODE_TOBJECT : 0;
    }

    private static StoredObject element(ClassInfo kind, Member member, int code, int size, String type) {
        return StoredObject.named(kind, member.name(), member.title())
                .set("fType", code)
                .set("fSize", size)
                .set("fTypeName", type);
    }

    private static Member integer(String name) {
        return new Member.Basic(name, NumberType.INT, 0, "");
    }

    private static ClassInfo element(String name, int version, Member... more) {
        List<Member> members = new ArrayList<>(List.of(new Member.Base(ELEMENT)));
        members.addAll(List.of(more));
        return new ClassInfo(name, "", version, false, members);
    }
}

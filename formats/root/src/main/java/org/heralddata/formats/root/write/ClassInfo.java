package org.heralddata.formats.root.write;

import java.util.List;

/**
 * A class as a file's StreamerInfo describes it.
 *
 * @param title   what ROOT says of it where it is a base
 * @param foreign true if it has no version of its own: its objects begin with the checksum
 * @param members in the order in which they are stored
 */
record ClassInfo(String name, String title, int version, boolean foreign, List<Member> members) {

    ClassInfo {
        members = List.copyOf(members);
    }

    static ClassInfo of(String name, String title, int version, Member... members) {
        return new ClassInfo(name, title, version, false, List.of(members));
    }

    /** Whether it is the class of that name. */
    boolean is(ClassInfo other) {
        return name.equals(other.name);
    }

    /** Whether it or a base of it has such a member. */
    boolean has(String member) {
        for (Member own : members) {
            if (own instanceof Member.Base(ClassInfo type)
                    ? type.has(member)
                    : own.name().equals(member)) {
                return true;
            }
        }
        return false;
    }

    /** As {@code TClass::GetCheckSum} counts: names, bases with theirs, types, and counters in titles. */
    int checksum() {
        int sum = add(0, name);
        for (Member member : members) {
            if (member instanceof Member.Base(ClassInfo type)) {
                sum = add(sum, type.name()) * 3 + type.checksum();
            }
        }
        for (Member member : members) {
            sum = switch (member) {
                case Member.Base _, Member.Contents _ -> sum;
                case Member.Basic number -> number(sum, number);
                case Member.Counted(var field, var type, var counter, var title) ->
                    add(add(sum, field + type.portable() + "*"), counter);
                case Member.Text(var field, var title) -> add(sum, field + "TString");
                case Member.Held(var field, var type, var size, var title) -> add(sum, field + type.name());
                case Member.Pointer(var field, var target, var title) -> add(sum, field + target + "*");
                case Member.Unstored(var field, var type) -> add(sum, field + type.portable());
            };
        }
        return sum;
    }

    private static int number(int before, Member.Basic number) {
        int sum = add(before, number.name() + number.type().portable());
        return number.length() == 0 ? sum : sum * 3 + number.length();
    }

    private static int add(int before, String text) {
        int sum = before;
        for (int i = 0; i < text.length(); i++) {
            sum = sum * 3 + text.charAt(i);
        }
        return sum;
    }
}

package org.heralddata.formats.root.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.formats.root.cells.LocalTimeNode;
import org.heralddata.formats.root.streamer.RootObject;
import org.jspecify.annotations.Nullable;

/** What an object of a file says in words or single numbers, as metadata. */
public final class Notes {
    private static final int MOST = 1000;
    private static final int DEEPEST = 8;

    private Notes() {}

    /**
     * Names and values; empty if the object is nothing of the kind. Notes within a list are named after it.
     *
     * @param path of the object; the empty one stands for the object's own name
     */
    public static SequencedMap<String, String> of(String path, RootObject object) {
        var notes = new LinkedHashMap<String, String>();
        add(notes, path, object, 0);
        return notes;
    }

    /** True if an object of this kind would make notes, though it may be empty. */
    public static boolean understands(RootObject object) {
        return object.members().values().stream().anyMatch(v -> v instanceof List<?> list && list.isEmpty());
    }

    private static void add(SequencedMap<String, String> notes, String path, RootObject object, int depth) {
        String name = path.isEmpty() ? object.text("fName") : path;
        if (object.className().startsWith("TParameter<")) {
            put(notes, name, scalar(object.value("fVal")));
            return;
        }
        switch (object.className()) {
            case "TObjString", "TString", "string" -> put(notes, name, object.text("fString"));
            case "TNamed" -> put(notes, name, object.text("fTitle"));
            case "TDatime" -> put(notes, name, LocalTimeNode.text((int) object.integer("fDatime", 0)));
            case "TList", "THashList", "TObjArray", "TMap" -> list(notes, name, object.elements(), depth);
            default ->
                object.members().values().stream()
                        .filter(Notes::isTextMap)
                        .forEach(map -> list(notes, name, (List<?>) map, depth));
        }
    }

    private static boolean isTextMap(@Nullable Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream()
                        .allMatch(e -> e instanceof RootObject pair
                                && pair.value("first") instanceof String
                                && scalar(pair.value("second")) != null);
    }

    private static void list(SequencedMap<String, String> notes, String name, List<?> elements, int depth) {
        int number = 0;
        for (Object element : elements) {
            if (!(element instanceof RootObject object) || depth > DEEPEST) {
                continue;
            }
            if (object.className().equals("pair")) {
                put(notes, name + "/" + key(object.value("first")), scalar(object.value("second")));
                continue;
            }
            String own = object.text("fName");
            String label = own.isEmpty() ? Integer.toString(number) : own;
            number++;
            add(notes, name.isEmpty() ? label : name + "/" + label, object, depth + 1);
        }
    }

    private static String key(@Nullable Object first) {
        return first instanceof RootObject object ? object.text("fString") : String.valueOf(first);
    }

    private static @Nullable String scalar(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> Long.toString(number);
            case Double number -> number(number);
            case RootObject object when object.className().equals("TObjString") -> object.text("fString");
            case null, default -> null;
        };
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }

    private static void put(SequencedMap<String, String> notes, String name, @Nullable String value) {
        if (value != null && !name.isEmpty() && notes.size() < MOST) {
            notes.putIfAbsent(name, value.strip());
        }
    }
}

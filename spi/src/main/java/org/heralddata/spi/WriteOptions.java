package org.heralddata.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;

/** What a user chose of a writer's options. Every instance is one that the writer can follow. */
public final class WriteOptions {
    private final Map<String, String> told;

    private WriteOptions(Map<String, String> told) {
        this.told = Map.copyOf(told);
    }

    /** The choices that a writer leaves; none for most. */
    public static List<WriteOption> of(TableWriter writer) {
        return writer instanceof TunableWriter tunable ? tunable.options() : List.of();
    }

    /**
     * The writer as a user wants it.
     *
     * @param told values of options by name; others have their usual value
     * @throws Refusal if the writer has no such option or an option no such value; all mistakes at once
     */
    public static TableWriter apply(TableWriter writer, Map<String, String> told) {
        List<Diagnostic> wrong = new ArrayList<>();
        new TreeMap<>(told).forEach((name, value) -> check(writer, name, value, wrong));
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
        return !told.isEmpty() && writer instanceof TunableWriter tunable
                ? tunable.with(new WriteOptions(told))
                : writer;
    }

    private static void check(TableWriter writer, String name, String value, List<Diagnostic> wrong) {
        List<WriteOption> options = of(writer);
        List<String> names = options.stream().map(WriteOption::name).toList();
        if (!names.contains(name)) {
            wrong.add(Diagnostic.error(
                            WriteCode.UNKNOWN_OPTION,
                            "the format `%s` is written without an option `%s`".formatted(writer.format(), name))
                    .helped(Nearest.to(name, names)
                            .map("did you mean `%s`?"::formatted)
                            .orElse(names.isEmpty() ? "it takes none" : "its options: " + String.join(", ", names))));
            return;
        }
        WriteOption option = options.get(names.indexOf(name));
        if (!option.names().contains(value)) {
            wrong.add(Diagnostic.error(
                            WriteCode.BAD_VALUE,
                            "the option `%s` of `%s` cannot be `%s`".formatted(name, writer.format(), shown(value)))
                    .helped(Nearest.to(value, option.names())
                            .filter(near -> !near.matches("\\d*"))
                            .map("did you mean `%s`?"::formatted)
                            .orElse("it can be " + String.join(", ", option.names()))));
        }
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    /** The value of an option: the user's, else the usual one. */
    public String value(WriteOption option) {
        return told.getOrDefault(option.name(), option.usual());
    }

    /** The value of an option that is a whole number. */
    public int number(WriteOption option) {
        return Integer.parseInt(value(option));
    }
}

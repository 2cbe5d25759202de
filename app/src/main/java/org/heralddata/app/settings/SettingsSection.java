package org.heralddata.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A mapping within the settings.
 *
 * @param path its place, with a dot at the end unless it is the whole file
 */
record SettingsSection(Path file, String path, Map<?, ?> values) {

    /** Refuses all other keys. */
    void allow(List<String> known) {
        for (Object key : values.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                String help = Nearest.help(String.valueOf(key), known);
                throw refusal(
                        String.valueOf(key),
                        "there is no setting `%s%s`".formatted(path, key),
                        help != null ? help : "there are " + String.join(", ", known));
            }
        }
    }

    Optional<SettingsSection> section(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new SettingsSection(file, path + key + ".", map));
        }
        throw refusal(key, "`%s%s` is no mapping of keys to values".formatted(path, key), null);
    }

    SettingsSection required(String key) {
        return section(key).orElseThrow(() -> refusal(key, "`%s%s` is missing".formatted(path, key), null));
    }

    /** @param what it must look like, in words */
    Optional<String> text(String key, Pattern form, String what) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        if (!form.matcher(text).matches()) {
            throw refusal(key, "`%s%s` is not %s: `%s`".formatted(path, key, what, text), null);
        }
        return Optional.of(text);
    }

    /** A whole number within bounds; {@code usual} if it is not given. */
    long number(String key, long least, long most, long usual) {
        Object value = values.get(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number
                && (value instanceof Integer || value instanceof Long)
                && number.longValue() >= least
                && number.longValue() <= most) {
            return number.longValue();
        }
        throw refusal(
                key, "`%s%s` is not a whole number from %d to %d: `%s`".formatted(path, key, least, most, value), null);
    }

    String needed(String key, Pattern form, String what) {
        return text(key, form, what)
                .orElseThrow(() -> refusal(key, "`%s%s` is missing: %s".formatted(path, key, what), null));
    }

    /** Of a list, or of one alone; none if it is not given. */
    List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> several -> several.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** Relative to the settings. */
    Path beside(String name) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent()).resolve(name);
    }

    /** @param what it must be, in words, and what it is */
    Refusal wrong(String key, String what) {
        return refusal(key, "`%s%s` is not %s".formatted(path, key, what), null);
    }

    private Refusal refusal(String key, String message, @Nullable String help) {
        var place = new Location.InFile(file.toString(), path + key, -1);
        return new Refusal(Diagnostic.error(AppCode.SETTING, message, place)
                .helped(help != null ? help : "docs/reference/settings.md shows them all"));
    }
}

package org.heralddata.formats.metadata;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** The content of a side-car file: nested maps and lists of values. */
record SidecarFile(@Nullable Object content) {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_NESTING = 100;
    private static final int LONGEST_REASON = 300;
    private static final Pattern OF_JAVA = Pattern.compile(",? ?from `[^`]*`| ?\\(start marker at .*");
    private static final Pattern NESTED_ITEMS = Pattern.compile("(?:[-?:][ \\t]+){" + MAX_NESTING + "}");
    private static final String DEEP_INDENT = "\n" + " ".repeat(2 * MAX_NESTING);

    static SidecarFile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw SidecarExtractor.refusal(
                    MetadataCode.TOO_LARGE, "the side-car file has more than %d bytes".formatted(MAX_BYTES), file);
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            String text = Files.readString(file);
            if (name.endsWith(".json")) {
                return new SidecarFile(JsonMapper.shared().readValue(text, Object.class));
            }
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return new SidecarFile(yaml(text, file));
            }
            return new SidecarFile(lines(text));
        } catch (CharacterCodingException notUtf8) {
            throw SidecarExtractor.refusal(MetadataCode.BROKEN, "the side-car file is not UTF-8 text", file);
        } catch (JacksonException broken) {
            throw SidecarExtractor.refusal(
                    MetadataCode.BROKEN, "the side-car file is not JSON: " + reason(broken), file);
        } catch (YamlEngineException broken) {
            String reason =
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            throw SidecarExtractor.refusal(MetadataCode.BROKEN, "the side-car file is not YAML: " + reason, file);
        }
    }

    /** The value at a key, slashes leading into it, list elements counted from 0; empty if there is none. */
    Optional<String> value(String key) {
        Object at = content;
        if (at instanceof Map<?, ?> map && map.get(key) != null) {
            return text(map.get(key));
        }
        String path = key.startsWith("/") ? key.substring(1) : key;
        for (String step : path.split("/", -1)) {
            at = switch (at) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list ->
                    step.matches("[0-9]{1,9}") && Integer.parseInt(step) < list.size()
                            ? list.get(Integer.parseInt(step))
                            : null;
                case null, default -> null;
            };
        }
        return text(at);
    }

    private static Optional<String> text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : Optional.of(value.toString());
    }

    private static @Nullable Object yaml(String text, Path file) {
        if (isTooDeep(text)) {
            throw SidecarExtractor.refusal(MetadataCode.TOO_LARGE, "the side-car file is nested too deeply", file);
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_BYTES)
                .setMaxAliasesForCollections(50)
                .build();
        return new Load(settings).loadFromString(text);
    }

    /** The library recurses once a bracket or item, and would run out of stack. */
    private static boolean isTooDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > MAX_NESTING) {
                return true;
            }
        }
        return NESTED_ITEMS.matcher(text).find() || text.contains(DEEP_INDENT);
    }

    /** The parser's words; what the mapping to Java says, says nothing to others: it only misses the end of the file. */
    private static String reason(JacksonException broken) {
        if (broken instanceof DatabindException) {
            return "more follows after its value";
        }
        String line =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
        String plain = OF_JAVA.matcher(line).replaceAll("");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int sign = 0;
            while (sign < line.length() && "=:#".indexOf(line.charAt(sign)) < 0) {
                sign++;
            }
            String key = line.substring(0, sign).strip();
            if (!key.isEmpty() && sign < line.length() && line.charAt(sign) != '#') {
                values.putIfAbsent(key, line.substring(sign + 1).strip());
            }
        });
        return values;
    }
}

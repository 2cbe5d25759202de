package org.heralddata.formats.ksy.spec;

import java.util.List;
import org.heralddata.model.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/**
 * A field of a sequence, an instance or a parameter. What is not said is null, or false.
 *
 * @param id         its name; made up for fields without one
 * @param named      false if the name is made up
 * @param type       such as {@code u4}; null if none, or if it is a switch
 * @param contents   bytes that must stand there
 * @param terminator bytes that end it
 * @param value      of a value instance
 * @param pos        of an instance that is read
 * @param parent     in place of the structure that holds the field; {@code false} for none
 * @param unit       {@code -unit}, of Herald's own
 * @param ucd        {@code -ucd}, of Herald's own
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a magic word, never compared as part of a record
public record AttributeSpec(
        String id,
        boolean named,
        Location place,
        @Nullable String doc,
        @Nullable Text type,
        @Nullable SwitchSpec switchType,
        @Nullable Text condition,
        Repeat repeat,
        @Nullable Text repeatBy,
        @Nullable Text size,
        boolean sizeToEnd,
        byte @Nullable [] contents,
        byte @Nullable [] terminator,
        boolean include,
        boolean consume,
        boolean endIsError,
        int padRight,
        @Nullable Text encoding,
        @Nullable Text enumeration,
        @Nullable Text process,
        @Nullable ValidSpec valid,
        @Nullable Text pos,
        @Nullable Text io,
        @Nullable Text value,
        @Nullable Text parent,
        @Nullable String unit,
        @Nullable String ucd) {

    /** No padding. */
    public static final int NONE = -1;

    /** How often a field is read. */
    public enum Repeat {
        ONCE,
        TO_END,
        COUNT,
        UNTIL
    }

    /** A type that an expression chooses. */
    public record SwitchSpec(Text on, List<Case> cases) {

        /** @param key an expression, or {@code _} for all others */
        public record Case(Text key, Text type) {}
    }

    /** What a field must be. */
    public record ValidSpec(
            Location place,
            @Nullable Text eq,
            @Nullable Text min,
            @Nullable Text max,
            List<Text> anyOf,
            @Nullable Text expr,
            boolean inEnum) {}
}

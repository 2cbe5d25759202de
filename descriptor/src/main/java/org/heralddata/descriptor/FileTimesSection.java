package org.heralddata.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FileTimes;
import org.heralddata.model.descriptor.FileTimes.End;
import org.heralddata.model.descriptor.FileTimes.Moment;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Which time a file covers, by its fields. After these. */
final class FileTimesSection {
    static final Set<String> KEYS = Set.of("start", "stop", "duration");

    private static final Unit SECOND = new Unit("s");
    private static final double YEAR_S = 366 * 86_400.0;

    private final Problems problems;
    private final PublishedNames names;
    private final List<FileFieldDescriptor> fields;

    FileTimesSection(Problems problems, PublishedNames names, List<FileFieldDescriptor> fields) {
        this.problems = problems;
        this.names = names;
        this.fields = fields;
    }

    /** Null if absent or told. */
    @Nullable
    FileTimes read(@Nullable MappingNode node) {
        if (node == null) {
            return null;
        }
        Section time = Section.of(node, "`time`", KEYS, problems);
        time.require("start");
        Moment start = moment(time, "start");
        boolean stops = time.value("stop") != null;
        if (stops && time.value("duration") != null) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    time.keyNode("duration"),
                    "`time` has both `stop` and `duration`",
                    null,
                    "keep one of them");
        }
        Moment stop = moment(time, "stop");
        End end = stops ? stop == null ? null : new End.At(stop) : duration(time);
        return start == null ? null : new FileTimes(start, end);
    }

    private @Nullable Moment moment(Section time, String key) {
        if (time.value(key) instanceof MappingNode node) {
            TimeMapping mapping = new RoleSections(problems, names).time(node);
            return mapping == null ? null : new Moment.Mapped(mapping);
        }
        Text name = time.text(key);
        if (name == null) {
            return null;
        }
        names.require(name, "`%s`".formatted(key));
        Optional<FileFieldDescriptor> field = field(name.value());
        if (field.isPresent() && field.get().field().type() != ColumnType.TIMESTAMP) {
            problems.error(
                    DescriptorCode.ROLE_FORM,
                    name.node(),
                    "the field `%s` is of the type %s, not a timestamp"
                            .formatted(name.value(), field.get().field().type().label()),
                    null,
                    "write `type: timestamp` at the field if it is ISO 8601, or how to read it: `{mjd: %s}`"
                            .formatted(name.value()));
        }
        return field.isEmpty() ? null : new Moment.Field(name.value());
    }

    private @Nullable End duration(Section time) {
        Text text = time.text("duration");
        if (text == null) {
            return null;
        }
        Optional<FileFieldDescriptor> field = field(text.value());
        if (field.isEmpty()) {
            boolean quantity = Character.isDigit(text.value().strip().charAt(0));
            if (!quantity) {
                names.require(text, "`duration`");
                return null;
            }
            if (text.value().strip().matches("[0-9.]+")) {
                problems.error(
                        DescriptorCode.ROLE_UNIT,
                        text.node(),
                        "`duration` has no unit",
                        null,
                        "such as `%s s`".formatted(text.value().strip()));
                return null;
            }
            Double seconds = new Values(problems).quantity(text, "s", 0, YEAR_S);
            return seconds == null ? null : new End.After(Math.round(seconds * 1e9));
        }
        boolean number = field.get().field().type() == ColumnType.FLOAT64
                || field.get().field().type() == ColumnType.INT64;
        if (!number || !field.get().field().unit().isCommensurable(SECOND)) {
            problems.error(
                    DescriptorCode.ROLE_UNIT,
                    text.node(),
                    "the field `%s` is no number in a unit of time".formatted(text.value()),
                    null,
                    "give it a unit, such as `unit: s`");
        }
        return new End.AfterField(text.value());
    }

    private Optional<FileFieldDescriptor> field(String name) {
        return fields.stream().filter(f -> f.field().name().equals(name)).findFirst();
    }
}

package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.spec.AttributeSpec.Repeat;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one field of one structure, element by element: all at once by {@link Field}, or one at a time by
 * {@link Walk}. To be closed, so that the stream of an instance goes back where it was.
 */
final class Repetition implements AutoCloseable {
    private final Field field;
    private final Struct self;
    private final boolean absent;
    private final ByteStream io;
    private final long back;
    private final long count;
    private final long outerIndex;
    private final @Nullable Object outerItem;
    private final Parse parse;
    private long done;
    private boolean ended;

    Repetition(Field field, Struct self) {
        this.field = field;
        this.self = self;
        this.parse = field.parse();
        this.outerIndex = self.run.index;
        this.outerItem = self.run.item;
        this.absent = !field.isPresent(self);
        this.io = absent ? self.io : field.stream(self);
        Node pos = absent ? null : field.pos();
        long at = pos == null ? -1 : pos.whole(self);
        this.back = pos == null ? -1 : io.pos();
        if (pos != null) {
            io.seek(at);
        }
        this.count = absent || field.spec().repeat() != Repeat.COUNT
                ? 0
                : field.repeatBy().whole(self);
    }

    boolean isAbsent() {
        return absent;
    }

    boolean hasNext() {
        return switch (field.spec().repeat()) {
            case ONCE -> !absent && done == 0;
            case TO_END -> !absent && !io.isEnd();
            case COUNT -> done < count;
            case UNTIL -> !absent && !ended;
        };
    }

    /** Elements read. */
    long done() {
        return done;
    }

    void readOnce() {
        align(parse);
        long at = io.offset();
        if (field.inNumbers()) {
            long number = parse.number(self, io);
            self.numbers[field.slot()] = number;
            self.state[field.index()] = Struct.PRESENT;
            if (field.isChecked()) {
                field.check(self, Values.boxed(parse.kind(), number), at);
            }
        } else {
            Object value = parse.object(self, io);
            self.objects[field.slot()] = value;
            self.state[field.index()] = value == null ? Struct.ABSENT : Struct.PRESENT;
            field.check(self, value, at);
        }
        done++;
    }

    void next(Items items) {
        long from = io.pos();
        boolean bits = parse.isBits();
        begin(parse);
        long at = io.offset();
        try {
            if (items.element().inLongs()) {
                long number = parse.number(self, io);
                items.add(number);
                if (field.isChecked() || field.spec().repeat() == Repeat.UNTIL) {
                    Object boxed = Values.boxed(items.element(), number);
                    field.check(self, boxed, at);
                    end(boxed, from);
                } else {
                    done++;
                    self.run.element(bits || io.pos() != from);
                }
            } else {
                Object value = parse.object(self, io);
                items.add(value);
                field.check(self, value, at);
                end(value, from);
            }
        } catch (Failure failure) {
            throw failure.in("[" + done + "]");
        }
    }

    /** The next structure, before its fields are read; null if the element is none. After it comes {@link #finish}. */
    @Nullable
    Struct begin() {
        Parse chosen = parse instanceof ParseSwitch choice ? choose(choice) : parse;
        if (chosen == null) {
            return null;
        }
        begin(chosen);
        return chosen instanceof ParseStruct structure ? structure.begin(self, io) : skip(chosen);
    }

    private @Nullable Parse choose(ParseSwitch choice) {
        self.run.index = done;
        return choice.choose(self);
    }

    private @Nullable Struct skip(Parse other) {
        if (other.kind().inLongs()) {
            other.number(self, io);
        } else {
            other.object(self, io);
        }
        return null;
    }

    /** The element is wholly read. */
    void finish(@Nullable Struct read, long from) {
        field.check(self, read, io.offset());
        end(read, from);
    }

    long position() {
        return io.pos();
    }

    private void begin(Parse how) {
        self.run.index = done;
        align(how);
    }

    private void align(Parse how) {
        if (!how.isBits()) {
            io.align();
        }
    }

    private void end(@Nullable Object value, long from) {
        self.run.index = done;
        if (field.spec().repeat() == Repeat.UNTIL) {
            self.run.item = value;
            ended = field.repeatBy().truth(self);
        }
        done++;
        self.run.element(io.pos() != from || (parse.isBits() && !io.isEnd()));
        if (count < 0) {
            throw new Failure(KsyCode.EVALUATION, "a negative number of elements is asked for");
        }
    }

    @Override
    public void close() {
        self.run.index = outerIndex;
        self.run.item = outerItem;
        if (back >= 0) {
            io.seek(back);
        }
    }
}

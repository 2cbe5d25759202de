package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.Repeat;
import org.jspecify.annotations.Nullable;

/** A field of a sequence, or an instance that is read. Repeated or not. */
public final class Field extends Member {
    private final boolean lazy;
    private @Nullable Parse parse;
    private @Nullable Kind kind;
    private @Nullable Node condition;
    private @Nullable Node repeatBy;
    private @Nullable Node pos;
    private @Nullable Node io;
    private @Nullable Valid valid;
    private boolean plainNumber;
    private boolean lookedAt = true;

    /** @param lazy true of an instance */
    Field(AttributeSpec spec, boolean lazy) {
        super(spec);
        this.lazy = lazy;
    }

    void compiled(Parse how, @Nullable Node when, @Nullable Node by, @Nullable Node at, @Nullable Node from) {
        parse = how;
        condition = when;
        repeatBy = by;
        pos = at;
        io = from;
        kind = isRepeated() ? Kind.array(how.kind()) : how.kind();
        plainNumber = plain();
    }

    void valid(@Nullable Valid checks) {
        valid = checks;
        plainNumber = plain();
    }

    private boolean plain() {
        return !lazy
                && condition == null
                && !isRepeated()
                && valid == null
                && io == null
                && pos == null
                && parse != null
                && parse.kind().inLongs()
                && !(parse instanceof ParseSwitch);
    }

    /** False if no expression names it, so that its elements need not be kept once they are passed. */
    public boolean isLookedAt() {
        return lookedAt;
    }

    void lookedAt(boolean named) {
        lookedAt = named;
    }

    public boolean isRepeated() {
        return spec().repeat() != Repeat.ONCE;
    }

    /** True if a condition may leave it out. */
    public boolean isConditional() {
        return condition != null;
    }

    /** Types of the structures that it may hold; empty if it holds none. */
    public List<TypeNode> structs() {
        return parses().stream()
                .filter(ParseStruct.class::isInstance)
                .map(p -> ((ParseStruct) p).type())
                .distinct()
                .toList();
    }

    /** What holds its values that are no structures, one if it is repeated; null if all are structures. */
    public @Nullable Kind scalars() {
        return parses().stream()
                .filter(p -> !(p instanceof ParseStruct))
                .map(Parse::kind)
                .reduce(Kind::or)
                .orElse(null);
    }

    private List<Parse> parses() {
        if (!(parse() instanceof ParseSwitch choice)) {
            return List.of(parse());
        }
        var all = new ArrayList<Parse>();
        choice.cases().forEach(each -> all.add(each.parse()));
        if (choice.otherwise() != null) {
            all.add(choice.otherwise());
        }
        return all;
    }

    Parse parse() {
        return Objects.requireNonNull(parse, name());
    }

    @Override
    public Kind kind() {
        return kind == null ? Kind.ANY : kind;
    }

    /** Elements of a switch are objects, since any of them may be absent. */
    @Override
    public boolean inNumbers() {
        return !isRepeated() && parse != null && parse.kind().inLongs() && !(parse instanceof ParseSwitch);
    }

    @Override
    public boolean isLazy() {
        return lazy;
    }

    /** The fixed number of elements; negative if it varies. */
    public long fixedCount() {
        return spec().repeat() == Repeat.COUNT
                        && repeatBy instanceof Constant constant
                        && constant.constant() instanceof Long count
                ? count
                : -1;
    }

    @Override
    void fetch(Struct self) {
        readAll(self);
    }

    /** Reads it as its turn comes. */
    void read(Struct self) {
        try {
            if (plainNumber) {
                Parse how = parse();
                if (!how.isBits()) {
                    self.io.align();
                }
                self.numbers[slot()] = how.number(self, self.io);
                self.state[index()] = Struct.PRESENT;
            } else {
                readAll(self);
            }
        } catch (Failure failure) {
            throw failure.in(name());
        }
    }

    private void readAll(Struct self) {
        var repeat = new Repetition(this, self);
        if (repeat.isAbsent()) {
            self.state[index()] = Struct.ABSENT;
            return;
        }
        try {
            if (!isRepeated()) {
                repeat.readOnce();
                return;
            }
            Items items = new Items(elementKind(), self.run);
            self.objects[slot()] = items;
            self.state[index()] = Struct.PRESENT;
            while (repeat.hasNext()) {
                repeat.next(items);
            }
        } finally {
            repeat.close();
        }
    }

    /** Reads it as its turn comes, without keeping elements that no expression looks back at. */
    void pass(Struct self) {
        if (!isRepeated() || lookedAt) {
            read(self);
            return;
        }
        try (var repeat = new Repetition(this, self)) {
            Items items = new Items(elementKind(), self.run);
            long mark = self.run.held();
            while (repeat.hasNext()) {
                self.run.row();
                repeat.next(items);
                items.clear();
                self.run.release(mark);
            }
        } catch (Failure failure) {
            throw failure.in(name());
        }
    }

    private Kind elementKind() {
        return parse() instanceof ParseSwitch ? Kind.ANY : parse().kind();
    }

    boolean isPresent(Struct self) {
        return condition == null || condition.truth(self);
    }

    ByteStream stream(Struct self) {
        if (io == null) {
            return self.io;
        }
        if (io.value(self) instanceof ByteStream told) {
            return told;
        }
        throw new Failure(KsyCode.EVALUATION, "`io` is no stream");
    }

    @Nullable
    Node pos() {
        return pos;
    }

    /** Elements to come, or the condition that ends them. */
    Node repeatBy() {
        return Objects.requireNonNull(repeatBy, name());
    }

    void check(Struct self, @Nullable Object value, long offset) {
        if (valid != null) {
            valid.check(value, self, offset);
        }
    }

    boolean isChecked() {
        return valid != null;
    }
}

package org.heralddata.formats.ksy.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Items;
import org.heralddata.formats.ksy.run.Member;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Takes the values of one column out of structures. For one thread. */
final class Filler {
    /** Bytes that the values of a column, and of all columns together, may take at once. */
    static final long MOST_BYTES = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final ColumnPlan plan;
    private final List<Step> steps;
    private final Store store;
    private int[] offsets = new int[1];
    private @Nullable BitSet nullLists;
    private int rows;
    private long failures;
    private @Nullable Failure first;

    Filler(ColumnPlan plan) {
        this.plan = plan;
        this.steps = plan.steps().stream().map(Step::new).toList();
        this.store = Store.of(plan);
    }

    ColumnPlan plan() {
        return plan;
    }

    /** True if cells differ in size. */
    boolean isVarying() {
        return plan.listAt() >= 0
                || plan.column().type() == ColumnType.STRING
                || plan.column().type() == ColumnType.BYTES;
    }

    long bytes() {
        return store.bytes;
    }

    /** Rows in which an instance could not be computed. */
    long failures() {
        return failures;
    }

    @Nullable
    Failure first() {
        return first;
    }

    /** A row's number of the row around it. */
    void addIndex(long index) {
        store.addBits(plan.kind(), index);
        rows++;
    }

    /** An element that is no structure. */
    void addElement(Items items, int index) {
        element(items, index);
        rows++;
    }

    void add(Struct row) {
        if (!plan.guarded()) {
            fill(row);
            return;
        }
        int before = store.size;
        try {
            fill(row);
        } catch (Failure failure) {
            if (failure.code() == KsyCode.LIMIT || (plan.listAt() >= 0 && store.size > before)) {
                throw failure;
            }
            failures++;
            first = first == null ? failure : first;
            none();
        }
    }

    private void fill(Struct row) {
        if (plan.listAt() < 0) {
            if (!value(row, 0)) {
                store.addNull();
            }
            rows++;
            return;
        }
        Struct holder = row;
        for (int i = 0; i < plan.listAt(); i++) {
            holder = struct(holder, steps.get(i));
            if (holder == null) {
                none();
                return;
            }
        }
        Member member = steps.get(plan.listAt()).of(holder);
        Object list = member == null || !holder.has(member) ? null : holder.object(member);
        switch (list) {
            case Items items -> items(items);
            case byte[] bytes -> octets(bytes);
            case null -> none();
            default -> none();
        }
    }

    private void items(Items items) {
        boolean last = plan.listAt() == steps.size() - 1;
        for (int i = 0; i < items.size(); i++) {
            if (store.bytes > MOST_BYTES) {
                throw new Failure(
                        KsyCode.LIMIT,
                        "the lists of `%s` take more than %d MB"
                                .formatted(plan.column().name(), MOST_BYTES >> 20));
            }
            if (last) {
                element(items, i);
            } else if (!(items.object(i) instanceof Struct struct) || !value(struct, plan.listAt() + 1)) {
                store.addNull();
            }
        }
        endList();
    }

    private void octets(byte[] bytes) {
        for (byte octet : bytes) {
            store.addObject((long) (octet & 0xff));
        }
        endList();
    }

    private void element(Items items, int index) {
        if (items.element().inLongs()) {
            store.addBits(items.element(), items.number(index));
            return;
        }
        Object value = items.object(index);
        if (value == null || value instanceof Struct) {
            store.addNull();
        } else {
            store.addObject(value);
        }
    }

    /** False if there is no value. */
    private boolean value(Struct from, int step) {
        Struct holder = from;
        for (int i = step; i < steps.size() - 1; i++) {
            holder = struct(holder, steps.get(i));
            if (holder == null) {
                return false;
            }
        }
        Member member = steps.getLast().of(holder);
        if (member == null || !holder.has(member)) {
            return false;
        }
        if (member.inNumbers()) {
            store.addBits(member.kind(), holder.number(member));
            return true;
        }
        Object value = holder.object(member);
        if (value == null || value instanceof Struct) {
            return false;
        }
        store.addObject(value);
        return true;
    }

    private static @Nullable Struct struct(Struct holder, Step step) {
        Member member = step.of(holder);
        return member != null
                        && !member.inNumbers()
                        && holder.has(member)
                        && holder.object(member) instanceof Struct inner
                ? inner
                : null;
    }

    /** A row without a value. */
    private void none() {
        if (plan.listAt() < 0) {
            store.addNull();
            rows++;
            return;
        }
        BitSet set = nullLists == null ? new BitSet() : nullLists;
        nullLists = set;
        set.set(rows);
        endList();
    }

    private void endList() {
        rows++;
        if (rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, Store.larger(offsets.length));
        }
        offsets[rows] = store.size;
    }

    /** The rows so far; begins anew. */
    Vector take() {
        Vector vector = plan.listAt() < 0
                ? store.vector()
                : new Vector.Lists(Arrays.copyOf(offsets, rows + 1), store.vector(), rows, nullLists);
        store.clear();
        nullLists = null;
        rows = 0;
        return vector;
    }
}

package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements at the end of a path of fields, one after another, keeping no more of the file than the
 * structures on the way there. Fields beside the path are read as the stream passes them. For one thread.
 */
public final class Walk implements AutoCloseable {
    private final List<String> path;
    private final Run run;
    private final List<Level> levels = new ArrayList<>();
    private final @Nullable Struct alone;
    private boolean done;
    private long mark;

    /** A structure on the way, of which the fields up to that of the path are read. */
    private static final class Level {
        private final Struct self;
        private final long from;
        private final long mark;
        private int next;
        private @Nullable Field field;
        private @Nullable Repetition repetition;
        private @Nullable Items kept;

        Level(Struct self, long from, long mark) {
            this.self = self;
            this.from = from;
            this.mark = mark;
        }
    }

    /**
     * Begins.
     *
     * @param whole the file, of which nothing is read
     * @param path  names of fields; empty for the file itself as the only element
     */
    public Walk(Struct whole, List<String> path) {
        this.path = List.copyOf(path);
        this.run = whole.run;
        this.alone = path.isEmpty() ? whole : null;
        if (!path.isEmpty()) {
            guarded(() -> push(whole, 0));
        }
    }

    /** Reading goes on after {@link #pause}. */
    public void resume() {
        run.resume();
    }

    /** What is done with the elements until {@link #resume} takes none of the time that reading may take. */
    public void pause() {
        run.pause();
    }

    /** The next element, wholly read; null after the last, and for elements that are no structures. */
    public @Nullable Struct next() {
        if (alone != null) {
            if (done) {
                return null;
            }
            done = true;
            Program.read(alone);
            return alone;
        }
        @Nullable Struct[] found = new @Nullable Struct[1];
        guarded(() -> found[0] = advance(null));
        return found[0];
    }

    /** Adds the next element that is no structure to an array; false after the last. */
    public boolean next(Items into) {
        int before = into.size();
        guarded(() -> advance(into));
        return into.size() > before;
    }

    /** An array for the elements at the end of the path. */
    public Items items(Kind element) {
        return new Items(element, run);
    }

    /** The structure that holds the field of a step of the path. */
    public Struct holder(int step) {
        return levels.get(step).self;
    }

    /** The number of the element of a step that is being read or was read last, from 0. */
    public long index(int step) {
        Repetition repetition = levels.get(step).repetition;
        long read = repetition == null ? 0 : repetition.done();
        return step == levels.size() - 1 ? read - 1 : read;
    }

    private @Nullable Struct advance(@Nullable Items into) {
        if (mark > 0) {
            run.release(mark);
            mark = 0;
        }
        while (!levels.isEmpty()) {
            Level level = levels.getLast();
            Repetition repetition = level.repetition == null ? open(level) : level.repetition;
            run.row();
            if (repetition == null || repetition.isAbsent() || !repetition.hasNext()) {
                pop(level);
                continue;
            }
            boolean last = levels.size() == path.size();
            if (last && into != null) {
                repetition.next(into);
                return null;
            }
            long held = run.held();
            long from = repetition.position();
            Struct child = repetition.begin();
            if (child == null) {
                repetition.finish(null, from);
                continue;
            }
            if (!last) {
                push(child, from);
                continue;
            }
            child.type().read(child);
            finish(level, child, from, held);
            return child;
        }
        return null;
    }

    private void push(Struct struct, long from) {
        levels.add(new Level(struct, from, run.held()));
        struct.type().start(struct);
    }

    /** Reads up to the field of the path; null if the structure has no such field. */
    private @Nullable Repetition open(Level level) {
        String name = path.get(levels.size() - 1);
        Field wanted = level.self.type().member(name) instanceof Field field ? field : null;
        List<Field> sequence = level.self.type().sequence();
        while (level.next < sequence.size() && sequence.get(level.next) != wanted) {
            sequence.get(level.next++).pass(level.self);
        }
        level.next++;
        if (wanted == null) {
            return null;
        }
        level.field = wanted;
        level.repetition = new Repetition(wanted, level.self);
        if (wanted.isRepeated() && wanted.isLookedAt() && !level.repetition.isAbsent()) {
            Items kept = new Items(Kind.ANY, run);
            level.kept = kept;
            level.self.objects[wanted.slot()] = kept;
            level.self.state[wanted.index()] = Struct.PRESENT;
        }
        return level.repetition;
    }

    private void pop(Level level) {
        Repetition repetition = level.repetition;
        if (repetition != null) {
            repetition.close();
        }
        List<Field> sequence = level.self.type().sequence();
        while (level.next < sequence.size()) {
            sequence.get(level.next++).pass(level.self);
        }
        levels.removeLast();
        if (!levels.isEmpty()) {
            finish(levels.getLast(), level.self, level.from, level.mark);
        }
    }

    /** An element is read; what it holds is given back unless an expression may look at it. */
    private void finish(Level holder, Struct read, long from, long held) {
        Repetition repetition = holder.repetition;
        if (repetition == null) {
            return;
        }
        Field field = holder.field;
        if (holder.kept != null) {
            holder.kept.add(read);
        } else if (field != null && !field.isRepeated()) {
            holder.self.objects[field.slot()] = read;
            holder.self.state[field.index()] = Struct.PRESENT;
        } else {
            mark = held;
        }
        repetition.finish(read, from);
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (Failure failure) {
            throw located(failure);
        } catch (StackOverflowError deep) {
            throw located(new Failure(KsyCode.LIMIT, "structures or expressions are nested too deeply"));
        }
    }

    private Failure located(Failure failure) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            Level level = levels.get(i);
            if (level.repetition != null && level.field != null) {
                if (level.field.isRepeated()) {
                    failure.in("[" + level.repetition.done() + "]");
                }
                failure.in(level.field.name());
            }
        }
        return failure;
    }

    @Override
    public void close() {
        levels.clear();
    }
}

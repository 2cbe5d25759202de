package org.heralddata.formats.corsika;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Walks through a particle file and checks that runs and events begin and end in their order. */
final class DatWalk implements Closeable {
    private final Blocks blocks;
    private @Nullable Block run;
    private @Nullable Block event;

    private DatWalk(Blocks blocks) {
        this.blocks = blocks;
    }

    static DatWalk open(Path path) throws IOException {
        return new DatWalk(Blocks.open(path));
    }

    Framing framing() {
        return blocks.framing();
    }

    /** The header of the run that the walk is in; null between runs. */
    @Nullable
    Block run() {
        return run;
    }

    /** The header of the event that the walk is in; null between events. */
    @Nullable
    Block event() {
        return event;
    }

    /** The next part; null after the last run. */
    @Nullable
    Part next() throws IOException {
        while (true) {
            Block block = blocks.next();
            if (block == null) {
                if (run != null) {
                    throw blocks.place()
                            .refusal(
                                    CorsikaCode.TRUNCATED,
                                    blocks.position(),
                                    "the file ends before the `RUNE` sub-block of its run",
                                    "the simulation may have been stopped, or the copy is incomplete");
                }
                return null;
            }
            Part part = part(block);
            if (part != null) {
                return part;
            }
        }
    }

    private @Nullable Part part(Block block) throws IOException {
        Block begun = event;
        String tag = block.tag();
        if (begun != null) {
            return switch (tag) {
                case "EVTE" -> {
                    event = null;
                    yield new Part.Event(begun, block);
                }
                case "LONG" -> new Part.Profile(begun, block);
                case "RUNH", "EVTH", "RUNE" -> throw unexpected(block, "within a shower");
                default -> new Part.Data(begun, block);
            };
        }
        Block running = run;
        if (running == null) {
            if (tag.equals("RUNH")) {
                run = block;
            } else if (framing().marker() > 0) {
                throw unexpected(block, "between runs");
            }
            return null;
        }
        return switch (tag) {
            case "EVTH" -> {
                event = block;
                yield null;
            }
            case "RUNE" -> {
                run = null;
                blocks.skipRecord();
                yield new Part.Run(running, block);
            }
            case "EVHW" ->
                throw blocks.place()
                        .refusal(
                                CorsikaCode.UNSUPPORTED,
                                block.offset(),
                                "the file is in CORSIKA's compact output format (option COMPACT)");
            default -> throw unexpected(block, "between showers");
        };
    }

    private RuntimeException unexpected(Block block, String where) {
        String tag = block.tag().chars().allMatch(c -> c >= ' ' && c < 127) ? "`" + block.tag() + "`" : "no known name";
        return blocks.place()
                .refusal(CorsikaCode.BROKEN, block.offset(), "a sub-block with %s comes %s".formatted(tag, where));
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}

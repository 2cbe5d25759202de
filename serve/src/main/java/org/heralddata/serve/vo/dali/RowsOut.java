package org.heralddata.serve.vo.dali;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.FailureSink;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableSink;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a format: what is left out or cannot be had is said behind them, where the format has a place for it. */
public final class RowsOut {
    private static final System.Logger LOG = System.getLogger(RowsOut.class.getName());

    private RowsOut() {}

    /** Batches of rows; null after the last. */
    public interface Rows extends Supplier<@Nullable Batch> {}

    /**
     * Writes all rows and ends the table.
     *
     * @param first null if there are no rows
     * @param cut   whether rows are left out; asked after the last
     * @param begun whether a part has left for the client already, so that there can be no other answer
     * @return false if the rest could not be had and the table says so
     * @throws RuntimeException what the rows failed with, where the table cannot say so or need not
     */
    public static boolean write(
            TableSink sink, @Nullable Batch first, Rows rest, BooleanSupplier cut, BooleanSupplier begun)
            throws IOException {
        Batch batch = first;
        while (batch != null) {
            sink.write(batch);
            try {
                batch = rest.get();
            } catch (RuntimeException failed) {
                if (begun.getAsBoolean() && sink instanceof FailureSink telling) {
                    telling.finishFailed(words(failed));
                    return false;
                }
                throw failed;
            }
        }
        if (cut.getAsBoolean() && sink instanceof OverflowSink telling) {
            telling.finishCut();
        } else {
            sink.finish();
        }
        return true;
    }

    private static String words(RuntimeException failed) {
        return switch (failed) {
            case Refusal refusal -> VotableErrors.text(refusal.diagnostics());
            case CancellationException _ -> "the query was cancelled";
            default -> {
                LOG.log(System.Logger.Level.ERROR, "an answer cannot be completed", failed);
                yield "the query failed for a reason that is ours";
            }
        };
    }
}

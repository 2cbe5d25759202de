package org.heralddata.query.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.jspecify.annotations.Nullable;

/**
 * Asks a result that ended whether it ended well. The driver ends one that failed half-way like one that is whole, and its question for the reason is
 * not public; where that is not to be had, results must not be read in chunks.
 */
final class ChunkFailures {
    private static final @Nullable MethodHandle QUESTION = question();

    private ChunkFailures() {}

    /** Whether failures can be told. */
    static boolean areTold() {
        return QUESTION != null;
    }

    /** Throws the reason if a result failed. */
    static void check(DuckDBChunkedResult ended) throws SQLException {
        try {
            if (QUESTION == null) {
                throw new IllegalStateException("this driver tells no failures of results in chunks");
            }
            QUESTION.invoke(ended);
        } catch (SQLException | RuntimeException | Error told) {
            throw told;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    private static @Nullable MethodHandle question() {
        try {
            Method method = DuckDBChunkedResult.class.getDeclaredMethod("checkError");
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return null;
        }
    }
}

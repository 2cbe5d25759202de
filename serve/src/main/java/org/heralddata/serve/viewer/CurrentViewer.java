package org.heralddata.serve.viewer;

import java.util.function.Supplier;
import org.heralddata.model.access.Viewer;

/**
 * Who asks, for what is done within their request and on its thread. Elsewhere, such as on a thread that goes on after it, what is open
 * to everyone is all there is.
 */
public final class CurrentViewer {
    private static final ScopedValue<Supplier<Viewer>> VIEWER = ScopedValue.newInstance();

    private CurrentViewer() {}

    /** {@link Viewer#ANYONE} outside of a request. */
    public static Viewer get() {
        return VIEWER.isBound() ? VIEWER.get().get() : Viewer.ANYONE;
    }

    /** Does something as somebody, who is found out if it matters. */
    public static <R, X extends Throwable> R call(Supplier<Viewer> viewer, ScopedValue.CallableOp<? extends R, X> work)
            throws X {
        return ScopedValue.where(VIEWER, viewer).call(work);
    }
}

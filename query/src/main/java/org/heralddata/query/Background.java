package org.heralddata.query;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that may wait: while somebody waits for a page, the machine gives its processors to that first. What runs on these threads asks the
 * engine by workers of the same kind.
 *
 * <p>Java's own priorities do nothing on Linux unless the whole process is started so. Linux has a niceness for each thread, which anybody may
 * raise: {@code setpriority(2)}, "C library/kernel differences". Elsewhere the threads are as all others.
 */
public final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    /** A tenth of the processor time of other threads, where they want it too. */
    private static final int NICENESS = 10;

    private static final int THREAD = 0;
    private static final int ITSELF = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private Background() {}

    private static final class Patient extends Thread {
        Patient(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }

        @Override
        public void run() {
            yieldToOthers();
            super.run();
        }
    }

    /** Makes daemons, named by the prefix and a number from 1. */
    public static ThreadFactory threads(String prefix) {
        var made = new AtomicInteger();
        return work -> new Patient(work, prefix + made.incrementAndGet());
    }

    /** Whether the calling thread is one of these. */
    public static boolean isHere() {
        return Thread.currentThread() instanceof Patient;
    }

    private static void yieldToOthers() {
        if (SET_PRIORITY.isEmpty()) {
            return;
        }
        try {
            int _ = (int) SET_PRIORITY.get().invokeExact(THREAD, ITSELF, NICENESS);
        } catch (Throwable failed) {
            LOG.log(Level.DEBUG, "a thread keeps its priority", failed);
        }
    }

    @SuppressWarnings("restricted") // of the C library, with three numbers
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(function -> linker.downcallHandle(
                        function,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)));
    }
}

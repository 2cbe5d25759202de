package org.heralddata.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a reader must not have done.
 *
 * @param input what it was given
 * @param kind  one line that is the same for findings of one cause: the exception and where it came from
 * @param text  the stack trace, or the threads of a hang
 */
record Finding(FuzzCase input, String kind, String text) {
    private static final int LINES = 25;

    static Finding of(FuzzCase input, Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String place = place(root.getStackTrace());
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        String what = thrown instanceof Reading.BrokenContract
                ? String.valueOf(thrown.getMessage()).replaceAll(": .*", "")
                : root.getClass().getSimpleName();
        return new Finding(input, input.format() + ": " + what + " at " + place, lines(text.toString()));
    }

    static Finding hang(FuzzCase input, StackTraceElement[] stack) {
        String text = Arrays.stream(stack).map(e -> "\tat " + e).collect(Collectors.joining("\n"));
        return new Finding(input, input.format() + ": hang at " + place(stack), lines(text));
    }

    /** On one line for the pipe between two JVMs. */
    String line() {
        return String.join(
                "\u0001", input.toString(), kind, text.replace('\n', '\u0002').replace("\r", ""));
    }

    static Finding parse(String line) {
        String[] parts = line.split("\u0001", 3);
        return new Finding(FuzzCase.parse(parts[0]), parts[1], parts[2].replace('\u0002', '\n'));
    }

    private static String place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(e -> e.getClassName().startsWith("org.heralddata.")
                        && !e.getClassName().startsWith("org.heralddata.fuzz."))
                .limit(2)
                .map(e -> e.getFileName() + ":" + e.getLineNumber())
                .collect(Collectors.joining(" < "));
    }

    private static String lines(String text) {
        return text.lines().limit(LINES).collect(Collectors.joining("\n"));
    }
}

package org.heralddata.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.heralddata.app.console.Console;

/** Runs the command in this process and keeps what it says. */
public final class RunHerald {

    private RunHerald() {}

    /**
     * @param status exit status
     * @param out    standard output
     * @param err    standard error
     */
    public record Outcome(int status, String out, String err) {}

    public static Outcome with(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false), arguments);
        return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}

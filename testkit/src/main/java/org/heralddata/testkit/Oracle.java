package org.heralddata.testkit;

import java.util.Arrays;
import java.util.List;

/**
 * A program of others that says what is right: a Python snippet run by {@code $HERALD_PYTHON}, else {@code python3}. Where
 * Python or a package is absent the test is skipped; with {@code CI=true} it fails.
 */
public final class Oracle {
    private final Program python;

    private Oracle(Program python) {
        this.python = python;
    }

    /** Python with the given packages, such as {@code astropy}. */
    public static Oracle python(String... packages) {
        String told = System.getenv("HERALD_PYTHON");
        String interpreter = told == null || told.isEmpty() ? "python3" : told;
        var oracle = new Oracle(new Program(interpreter, ".py"));
        List<String> imports =
                Arrays.stream(packages).map("import %s\n"::formatted).toList();
        if (!oracle.python.starts(String.join("", imports))) {
            throw Ci.missing(interpreter + " with " + String.join(", ", packages));
        }
        return oracle;
    }

    /** Demands a program as well that scripts call, such as {@code fpack}. */
    public Oracle and(String program) {
        if (!run("import shutil\nprint(shutil.which('%s') is not None)".formatted(program))
                .equals("True")) {
            throw Ci.missing(program);
        }
        return this;
    }

    /**
     * Runs a script.
     *
     * @param script    Python source
     * @param arguments what it finds in {@code sys.argv[1:]}
     * @return what it printed, without trailing white space
     * @throws AssertionError if it fails; tells what it complained of
     */
    public String run(String script, Object... arguments) {
        return python.run(script, arguments);
    }
}

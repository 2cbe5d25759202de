package org.heralddata.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JSROOT, run by {@code node}: what browsers read of ROOT files. Its package is the folder {@code $HERALD_JSROOT}, such as
 * {@code node_modules/jsroot}. Where either is absent the test is skipped; with {@code CI=true} it fails.
 */
public final class NodeOracle {
    private final Program node = new Program("node", ".mjs");
    private final Path jsroot;

    private NodeOracle(Path jsroot) {
        this.jsroot = jsroot;
    }

    /** @throws org.opentest4j.TestAbortedException where it is absent */
    public static NodeOracle jsroot() {
        String told = System.getenv("HERALD_JSROOT");
        if (told == null || !Files.isRegularFile(Path.of(told).resolve("modules/io.mjs"))) {
            throw Ci.missing("JSROOT ($HERALD_JSROOT)");
        }
        var oracle = new NodeOracle(Path.of(told).toAbsolutePath());
        if (!oracle.node.starts("")) {
            throw Ci.missing("node");
        }
        return oracle;
    }

    /**
     * Runs a script.
     *
     * @param script    an ECMAScript module; {@code process.env.JSROOT} is the folder of JSROOT's modules
     * @param arguments what it finds in {@code process.argv.slice(2)}
     * @return what it printed, without trailing white space
     * @throws AssertionError if it fails; tells what it complained of
     */
    public String run(String script, Object... arguments) {
        String modules = jsroot.resolve("modules").toUri().toString();
        return node.run("process.env.JSROOT = '" + modules + "';\n" + script, arguments);
    }
}

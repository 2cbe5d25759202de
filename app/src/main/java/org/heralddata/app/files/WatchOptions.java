package org.heralddata.app.files;

import java.time.Duration;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Option;

/** How folders are watched. */
public final class WatchOptions {

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            description = "with --watch: read a file when it has not changed for so long (default: 5)")
    private double quiet = 5;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "with --watch: look through all files at least so often (default: 60)")
    private double every = 60;

    Watching watching(Scanning scanning, Console console) {
        return new Watching(scanning, console, duration(quiet), duration(every));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(Math.clamp(seconds, 0, 1e6) * 1000));
    }
}

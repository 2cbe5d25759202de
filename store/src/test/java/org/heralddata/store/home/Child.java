package org.heralddata.store.home;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process on the class path of the tests. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), classPath(), main, arguments);
    }

    /** As the user {@code nobody}, who may not read the class path: it is copied. */
    static Child startAsNobody(Path folder, Class<?> main, String... arguments) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            Path original = Path.of(entry);
            Path copy = folder.resolve("cp" + copies.size() + (Files.isDirectory(original) ? "" : ".jar"));
            if (Files.isDirectory(original)) {
                try (var all = Files.walk(original)) {
                    for (Path path : all.toList()) {
                        Files.copy(path, copy.resolve(original.relativize(path).toString()));
                    }
                }
            } else {
                Files.copy(original, copy);
            }
            copies.add(copy.toString());
        }
        return start(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=" + folder),
                String.join(File.pathSeparator, copies),
                main,
                arguments);
    }

    private static Child start(List<String> before, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start());
    }

    /** Reads lines until one begins so. */
    String await(String beginning) throws IOException {
        var before = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("the child ended without `" + beginning + "`:\n" + before);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}

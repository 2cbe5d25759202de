package org.heralddata.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.Formats;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;

/** The good files for each {@link Subject}: those of {@code shared/data} that a reader recognises, and those that Herald writes. */
final class Samples {
    private static final long LARGEST = 8_000_000;

    private final Map<String, List<Sample>> byFormat;

    private Samples(Map<String, List<Sample>> byFormat) {
        this.byFormat = byFormat;
    }

    /**
     * Finds them.
     *
     * @param made an empty folder for those that are written on the spot
     */
    static Samples find(Formats formats, Path made) throws IOException {
        var all = new ArrayList<>(MadeSamples.write(formats, made));
        Path shared = Objects.requireNonNull(SharedData.file("README.md").getParent());
        for (Path file : SharedData.files("", path -> !path.endsWith(".md"))) {
            Sample sample = Sample.of(shared.relativize(file).toString(), file);
            if (sample.size() <= LARGEST) {
                all.add(sample);
            }
        }
        var byFormat = new LinkedHashMap<String, List<Sample>>();
        for (TableReader reader : formats.readers()) {
            byFormat.put(reader.format().value(), new ArrayList<>());
        }
        for (Sample sample : all) {
            FileHead head = FileHead.of(sample.path());
            for (TableReader reader : formats.readers()) {
                if (reader.recognise(head) != Recognition.NO) {
                    samplesOf(byFormat, reader).add(sample);
                }
            }
        }
        var described = new DescribedSamples(shared.resolve("binary-ksy"));
        byFormat.put("ksy", described.data());
        byFormat.put("ksy-description", described.descriptions());
        byFormat.put("rntuple", holding(byFormat.getOrDefault("root", List.of()), "ROOT::RNTuple"));
        byFormat.put("zfits", holding(byFormat.getOrDefault("fits", List.of()), "ZTABLE  ="));
        byFormat.put("from-sidecar", all.stream().filter(Samples::isSidecar).toList());
        byFormat.put("from-text", List.copyOf(all));
        byFormat.values().removeIf(List::isEmpty);
        return new Samples(byFormat);
    }

    /** The formats that have samples. */
    List<String> formats() {
        return List.copyOf(byFormat.keySet());
    }

    List<Sample> of(String format) {
        return byFormat.getOrDefault(format, List.of());
    }

    /** The sample of a name, of whatever format. */
    Optional<Sample> named(String name) {
        return byFormat.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** A sample of a format by weight; one in fifty is of another format. */
    Sample choose(String format, Random random) {
        List<Sample> from = random.nextInt(50) == 0
                ? byFormat.values().stream().flatMap(List::stream).toList()
                : of(format);
        double left =
                random.nextDouble() * from.stream().mapToDouble(Sample::weight).sum();
        for (Sample sample : from) {
            left -= sample.weight();
            if (left < 0) {
                return sample;
            }
        }
        return from.getLast();
    }

    private static List<Sample> holding(List<Sample> samples, String mark) throws IOException {
        var holding = new ArrayList<Sample>();
        for (Sample sample : samples) {
            if (new String(sample.bytes(), StandardCharsets.ISO_8859_1).contains(mark)) {
                holding.add(sample);
            }
        }
        return holding;
    }

    private static boolean isSidecar(Sample sample) {
        return sample.size() < 1 << 20 && sample.name().matches(".*\\.(json|ya?ml|txt|cfg|ini|log|inp|lst)");
    }

    private static List<Sample> samplesOf(Map<String, List<Sample>> byFormat, TableReader reader) {
        return byFormat.computeIfAbsent(reader.format().value(), name -> new ArrayList<>());
    }
}

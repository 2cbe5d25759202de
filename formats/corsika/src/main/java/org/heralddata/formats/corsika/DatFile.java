package org.heralddata.formats.corsika;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.RowBuilder;

/** A particle or Cherenkov file. Each table is one pass through the file. */
final class DatFile implements TableFile {

    /** Parts looked at to find out what a file holds. */
    private static final int LOOKED_AT = 20_000;

    private static final Map<Integer, String> LOW_ENERGY = Map.of(1, "GHEISHA", 2, "UrQMD", 3, "FLUKA");
    private static final Map<Integer, String> HIGH_ENERGY =
            Map.of(0, "HDPM", 1, "VENUS", 2, "SIBYLL", 3, "QGSJET", 4, "DPMJET", 5, "NEXUS", 6, "EPOS");

    private final Path path;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final Set<DatTable> tables = EnumSet.of(DatTable.RUNS, DatTable.EVENTS);
    private boolean onlyPhotons;

    private DatFile(Path path) {
        this.path = path;
    }

    static DatFile open(Path path) throws IOException {
        DatFile file = new DatFile(path);
        try (DatWalk walk = DatWalk.open(path)) {
            file.look(walk);
        }
        return file;
    }

    private void look(DatWalk walk) throws IOException {
        Part part = walk.next();
        Block run = part instanceof Part.Run ended ? ended.head() : walk.run();
        if (run != null) {
            describe(run, walk.framing());
        }
        Block event = null;
        boolean dataSeen = false;
        boolean profileSeen = false;
        boolean eventEnded = false;
        for (int i = 0; part != null && i < LOOKED_AT && !(dataSeen && eventEnded); i++, part = walk.next()) {
            switch (part) {
                case Part.Data(var head, var block) -> {
                    event = head;
                    onlyPhotons |= !dataSeen && DatTable.hasLight(head) && looksLikeLight(block);
                    dataSeen = true;
                }
                case Part.Profile(var head, var block) -> {
                    event = head;
                    profileSeen = true;
                }
                case Part.Event(var head, var end) -> {
                    event = head;
                    eventEnded = true;
                }
                case Part.Run(var head, var end) -> {}
            }
        }
        if (event != null) {
            describeModels(event);
        }
        boolean light = event != null && DatTable.hasLight(event);
        boolean lightHere = event != null && DatTable.hasLight(event) && event.word(92) == 0;
        if (onlyPhotons || (light && !dataSeen) || lightHere) {
            tables.add(DatTable.PHOTONS);
        }
        if (!onlyPhotons && (dataSeen || !light)) {
            tables.add(DatTable.PARTICLES);
        }
        if (profileSeen || !eventEnded) {
            tables.add(DatTable.LONGITUDINAL);
        }
        onlyPhotons |= light && !dataSeen;
    }

    private void describe(Block run, Framing framing) {
        metadata.put("run_number", Long.toString((long) run.word(2)));
        String date = WordField.date(run.word(3));
        if (date != null) {
            metadata.put("date", date);
        }
        metadata.put("corsika_version", Float.toString(run.word(4)));
        metadata.put("thinned", Boolean.toString(framing.thinned()));
        metadata.put("byte_order", framing.order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian");
        metadata.put("record_marker_bytes", Integer.toString(framing.marker()));
    }

    private void describeModels(Block event) {
        metadata.put("low_energy_hadron_model", model(LOW_ENERGY, event.word(75)));
        metadata.put("high_energy_hadron_model", model(HIGH_ENERGY, event.word(76)));
        metadata.put("egs4", Boolean.toString(event.word(73) != 0));
        metadata.put("nkg", Boolean.toString(event.word(74) != 0));
        metadata.put("cherenkov", Boolean.toString(DatTable.hasLight(event)));
        metadata.put("curved_atmosphere", Boolean.toString(event.word(79) == 2));
    }

    private static String model(Map<Integer, String> names, float word) {
        int number = (int) word;
        String name = names.get(number);
        return name == null ? Integer.toString(number) : name;
    }

    /** Bunches have direction cosines where particles have a momentum and a place. */
    private static boolean looksLikeLight(Block block) {
        int size = DatTable.entry(block);
        for (int at = 1; at + size - 1 <= block.words(); at += size) {
            double u = block.word(at + 3);
            double v = block.word(at + 4);
            if (!(u * u + v * v <= 1.001)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        return tables.stream()
                .map(t -> new SourceTable(t.label(), OptionalLong.empty(), t.columns(), new LinkedHashMap<>()))
                .toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return List.of();
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        DatTable table = tables.stream()
                .filter(t -> t.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
        return new DatCursor(DatWalk.open(path), table, onlyPhotons, new RowBuilder(table.columns(), columns));
    }

    @Override
    public void close() {
        // every cursor has its own stream
    }
}

package org.heralddata.formats.ksy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Program;
import org.heralddata.formats.ksy.table.KsyTableFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.CompanionFiles;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/**
 * Reads binary files by a description in the language of <a href="https://kaitai.io">Kaitai Struct</a>: that which option
 * {@code ksy} names, else {@code x.ksy} or {@code x.bin.ksy} beside {@code x.bin}. Interpreted; no code is generated.
 */
public final class KsyTableReader implements TableReader, CompanionFiles {
    private static final FormatName FORMAT = new FormatName("ksy");

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public Set<String> options() {
        return KsyOptions.NAMES;
    }

    @Override
    public Set<String> fileOptions() {
        return Set.of(KsyOptions.KSY);
    }

    /** By name only: a description is beside it. */
    @Override
    public Recognition recognise(FileHead head) {
        return Sidecar.of(head.path()).isPresent() ? Recognition.BY_NAME : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        KsyOptions told = KsyOptions.of(options);
        Path description = told.description(file);
        Program program = Program.compile(description);
        boolean gzipped = FileHead.of(file).gzipped();
        return new KsyTableFile(file, gzipped, program, told.reading(), about(program));
    }

    private static SequencedMap<String, String> about(Program program) throws IOException {
        SequencedMap<String, String> about = new LinkedHashMap<>();
        String title = program.main().spec().title();
        if (!title.isEmpty()) {
            about.put("title", title);
        }
        Path file = program.files().getFirst();
        about.put("ksy", String.valueOf(file.getFileName()));
        about.put("ksy_sha256", Checksum.sha256(file));
        return about;
    }

    @Override
    public List<Diagnostic> check(ReadOptions options) throws IOException {
        try {
            Path description = KsyOptions.of(options).told();
            if (description == null) {
                return List.of();
            }
            if (!Files.isRegularFile(description)) {
                return List.of(missing(description));
            }
            return Program.compile(description).warnings();
        } catch (Refusal refusal) {
            return refusal.diagnostics();
        }
    }

    @Override
    public List<Path> files(Path file, ReadOptions options) throws IOException {
        return Program.compile(KsyOptions.of(options).description(file)).files();
    }

    static Diagnostic missing(Path description) {
        return Diagnostic.error(
                KsyCode.NO_DESCRIPTION,
                "there is no file `%s`".formatted(description),
                new Location.InFile(description.toString(), null, -1));
    }
}

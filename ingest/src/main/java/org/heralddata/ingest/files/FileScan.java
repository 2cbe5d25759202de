package org.heralddata.ingest.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.source.SourceFiles;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.Formats;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileScanStart;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the files of a collection and registers those that are new or changed. Files that are as they were are not
 * opened: size and time of the last change tell, else the digest. Safe for many threads.
 */
public final class FileScan {

    /** Files registered at once. */
    static final int BATCH = 200;

    private static final String PLAIN_RULES = "none 2";

    private final Formats formats;
    private final Extractors extractors;
    private final Registrar registrar;
    private final String software;

    /** Where registering begins: {@code Home::register}. */
    public interface Registrar {

        /** @throws Refusal if another process registers files of the collection */
        FileRegistration begin(FileScanStart start);
    }

    /**
     * What to look through.
     *
     * @param folder  that the descriptor's file patterns are relative to
     * @param inputs  further files, those that a release was made from, with what was learnt of them then
     * @param settled says whether a file that is new or changed may be read now, or is still being written
     */
    public record Request(
            CollectionDescriptor descriptor,
            Path folder,
            List<InputFile> inputs,
            Settled settled,
            ScanProgress progress) {

        public Request {
            inputs = List.copyOf(inputs);
        }

        /** Everything at once. */
        public static Request of(CollectionDescriptor descriptor, Path folder, ScanProgress progress) {
            return new Request(descriptor, folder, List.of(), Settled.ALWAYS, progress);
        }
    }

    /**
     * What came of it.
     *
     * @param files    looked at
     * @param found    registered for the first time
     * @param changed  of other content than before
     * @param reread   by other rules than before
     * @param returned there again
     * @param vanished not there any more
     * @param broken   of those read now, which could not be
     * @param waiting  still being written: left for the next time
     */
    public record Outcome(
            int files, int found, int changed, int reread, int returned, int vanished, int broken, int waiting) {

        /** True if anything was registered. */
        public boolean isNews() {
            return found + changed + reread + returned + vanished > 0;
        }
    }

    /** @param software name and version of the program, kept with each file */
    public FileScan(Formats formats, Extractors extractors, Registrar registrar, String software) {
        this.formats = formats;
        this.extractors = extractors;
        this.registrar = registrar;
        this.software = software;
    }

    /**
     * Scans. What was registered before it throws stays registered. Interrupting the thread stops it.
     *
     * @throws Refusal if there is no data folder, if nothing matches and nothing ever did, or if another process scans
     */
    public Outcome run(Request request) throws IOException, InterruptedException {
        Path folder = request.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Diagnostic.error(
                            IngestCode.NO_FILES,
                            "there is no data folder",
                            new Location.InFile(folder.toString(), null, -1))
                    .helped("tell where it is with `--data DIR`"));
        }
        FilesDescriptor files = request.descriptor().files();
        FilesDescriptor rules = files == null ? plain() : files;
        CollectionDescription about = request.descriptor().about();
        Map<String, DataPath> present = present(files, request, folder);
        var start = new FileScanStart(
                about,
                rules.fields().stream().map(FileFieldDescriptor::field).toList(),
                folder.toString(),
                request.descriptor().text(),
                software,
                files == null ? PLAIN_RULES : rules.digest());
        try (FileRegistration registration = registrar.begin(start)) {
            var examiner = new FileExaminer(rules, about.instrument(), formats, extractors);
            return new ScanPass(request, folder, start.rules(), examiner, registration).run(present);
        }
    }

    private static FilesDescriptor plain() {
        var nowhere = new SourceDescriptor(List.of(), null, null, null, Map.of());
        return new FilesDescriptor(nowhere, List.of(), null, null, null);
    }

    private Map<String, DataPath> present(@Nullable FilesDescriptor files, Request request, Path folder)
            throws IOException {
        Map<String, DataPath> present = new LinkedHashMap<>();
        if (files != null) {
            for (DataPath file : SourceFiles.matching(files.source(), folder, formats)) {
                present.put(file.relative(), file);
            }
        }
        for (InputFile input : request.inputs()) {
            present.putIfAbsent(input.path(), new DataPath(folder.resolve(input.path()), input.path()));
        }
        return present;
    }
}

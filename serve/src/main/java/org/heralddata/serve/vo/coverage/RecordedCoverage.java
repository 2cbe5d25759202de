package org.heralddata.serve.vo.coverage;

import java.util.Optional;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.DataService;
import org.heralddata.query.files.FileService;
import org.heralddata.query.sky.Coverages;
import org.heralddata.query.sky.FileCoverages;
import org.heralddata.serve.vo.registry.CoverageSource;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Tells the registry where on the sky a release has rows, if that was counted at ingest. */
@Component
@Fallback
class RecordedCoverage implements CoverageSource {
    private static final int ORDER = 6;

    private final Coverages coverages;
    private final FileCoverages fileCoverages;

    RecordedCoverage(DataService data, FileService files) {
        coverages = new Coverages(data);
        fileCoverages = new FileCoverages(files);
    }

    @Override
    public Optional<String> spatial(FileCollection files) {
        try {
            return fileCoverages.of(files).space().map(moc -> MocText.write(moc.degraded(ORDER)));
        } catch (Refusal restricted) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> spatial(Release release) {
        boolean counted = release.tables().stream()
                .allMatch(table ->
                        table.withheld().all() || table.common().healpix() == null || table.coverage() != null);
        return counted ? coverages.space(release).map(moc -> MocText.write(moc.degraded(ORDER))) : Optional.empty();
    }
}

package org.heralddata.serve.vo.coverage;

import java.util.Optional;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.MocText;
import org.heralddata.query.DataService;
import org.heralddata.query.sky.Coverages;
import org.heralddata.serve.vo.registry.CoverageSource;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Tells the registry where on the sky a release has rows, if that was counted at ingest. */
@Component
@Fallback
class RecordedCoverage implements CoverageSource {
    private static final int ORDER = 6;

    private final Coverages coverages;

    RecordedCoverage(DataService data) {
        coverages = new Coverages(data);
    }

    @Override
    public Optional<String> spatial(Release release) {
        boolean counted = release.tables().stream()
                .allMatch(table -> table.common().healpix() == null || table.coverage() != null);
        return counted ? coverages.space(release).map(moc -> MocText.write(moc.degraded(ORDER))) : Optional.empty();
    }
}

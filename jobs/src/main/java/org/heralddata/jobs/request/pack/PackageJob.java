package org.heralddata.jobs.request.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobRun;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.FrozenRequests;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.RequestLimits;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.pack.PackedFile.PackedTable;
import org.heralddata.model.access.AccountViewers;
import org.heralddata.model.table.Batch;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.Writers;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Makes packages, as jobs. Safe for many threads. */
public final class PackageJob implements JobKind {
    private static final Duration USUAL = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final DataService data;
    private final AccountViewers owners;
    private final Formats formats;
    private final FrozenRequests requests;
    private final Publisher publisher;
    private final JobLimits limits;

    /**
     * @param owners  tell with whose rights a job runs: those that its owner has then
     * @param granted how long packages are kept
     */
    public PackageJob(
            DataService data,
            AccountViewers owners,
            Formats formats,
            FrozenRequests requests,
            Publisher publisher,
            RequestLimits granted) {
        this.data = data;
        this.owners = owners;
        this.formats = formats;
        this.requests = requests;
        this.publisher = publisher;
        limits = new JobLimits(USUAL, LONGEST, granted.kept(), granted.maxKept(), REMEMBERED);
    }

    @Override
    public String name() {
        return Requests.KIND;
    }

    @Override
    public JobLimits limits() {
        return limits;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        FrozenRequest request =
                RequestJson.frozen(run.job().parameter(Requests.PARAMETER).orElseThrow());
        DataService data = this.data.as(owners.of(run.job().owner()));
        List<TablePlan> plans = TablePlans.of(request, data, publisher.software());
        if (request.request().delivery() == Delivery.FOLDER) {
            fill(run, request, data, plans, new FolderOutput(run));
            return;
        }
        String name = request.identifier();
        var archive = new MeasuredOutput(run.result(Requests.ARCHIVE, name + ".zip", "application/zip"));
        try (archive;
                var zip = new ZipOutput(archive, name)) {
            fill(run, request, data, plans, zip);
        }
        run.note(Requests.ARCHIVE, Requests.SHA256, archive.sha256());
    }

    private void fill(JobRun run, FrozenRequest request, DataService data, List<TablePlan> plans, PackageOutput out)
            throws IOException, InterruptedException {
        TableWriter writer = new Writers(formats).of(request.request().form());
        var progress = new PackageProgress(run, plans);
        List<PackedFile> tables = new ArrayList<>();
        for (TablePlan plan : plans) {
            tables.add(write(plan, writer, out, progress));
        }
        var contents = new PackageContents(request, run.job(), data, publisher, writer, tables);
        List<PackedFile> all = new ArrayList<>(tables);
        for (PackageText text : PackageText.all()) {
            all.add(write(text, contents.with(all), out));
        }
        if (request.request().delivery() == Delivery.FOLDER) {
            all.forEach(file -> run.note(file.name(), Requests.SHA256, file.sha256()));
        }
        requests.gave(request, contents.fingerprint());
        String result = request.request().delivery() == Delivery.ZIP ? Requests.ARCHIVE : PackageText.README.fileName();
        run.note(result, Requests.FINGERPRINT, contents.fingerprint());
    }

    private static PackedFile write(TablePlan plan, TableWriter writer, PackageOutput out, PackageProgress progress)
            throws IOException, InterruptedException {
        String file = plan.name() + "." + writer.extension();
        var fingerprint = new Fingerprint(plan.header().columns());
        long rows = 0;
        var measured = new MeasuredOutput(out.file(file, writer.mediaType()));
        progress.begin(measured);
        try (measured;
                RowStream stream = plan.rows().open();
                TableSink sink = writer.open(measured, plan.header())) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                sink.write(batch);
                fingerprint.add(batch);
                rows += batch.rows();
                progress.add(batch.rows());
            }
            sink.finish();
        }
        return new PackedFile(
                file,
                writer.mediaType(),
                plan.header().description(),
                measured.bytes(),
                measured.sha256(),
                new PackedTable(plan.header(), rows, fingerprint.hex()));
    }

    private static PackedFile write(PackageText text, PackageContents contents, PackageOutput out) throws IOException {
        var measured = new MeasuredOutput(out.file(text.fileName(), text.mediaType()));
        try (OutputStream file = measured) {
            file.write(text.of(contents).getBytes(StandardCharsets.UTF_8));
        }
        return new PackedFile(
                text.fileName(), text.mediaType(), text.description(), measured.bytes(), measured.sha256(), null);
    }
}

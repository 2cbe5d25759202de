package org.heralddata.app.serve;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.account.HomeAccounts;
import org.heralddata.app.console.Version;
import org.heralddata.app.query.HomeCopies;
import org.heralddata.app.settings.EngineRules;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.app.settings.Observations;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.JobWorker;
import org.heralddata.jobs.engine.DurableJobs;
import org.heralddata.jobs.request.FrozenRequests;
import org.heralddata.jobs.request.RequestDesk;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.pack.PackageJob;
import org.heralddata.jobs.request.pack.Publisher;
import org.heralddata.model.access.AccountViewers;
import org.heralddata.model.access.Viewer;
import org.heralddata.query.DataService;
import org.heralddata.query.Foreground;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.engine.CopyKeeper;
import org.heralddata.query.engine.CopySettings;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.query.files.CatalogueFileService;
import org.heralddata.query.files.FileService;
import org.heralddata.query.service.CatalogueDataService;
import org.heralddata.query.service.Lookup;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServedPart;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.rest.RequestsPart;
import org.heralddata.serve.vo.tap.TapPart;
import org.heralddata.serve.vo.tap.TapService;
import org.heralddata.serve.vo.tap.TapSettings;
import org.heralddata.serve.who.AccountsPart;
import org.heralddata.serve.who.Entrances;
import org.heralddata.serve.who.oidc.OidcEntrances;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** What of a home is served. To be closed before the home. */
record Services(
        DataService data,
        FileService files,
        AdqlService adql,
        TapService tap,
        Requests requests,
        Letterbox letters,
        AccountDesk accounts,
        Entrances entrances,
        int workers,
        OwnAddress address,
        @Nullable CopyKeeper copies)
        implements AutoCloseable {
    static Services of(Home home) {
        return of(home, null);
    }

    /** @param workers jobs that run here at a time; null for as many as the settings say */
    static Services of(Home home, @Nullable Integer workers) {
        return of(home, engine(home), false, workers, true);
    }

    /** What is needed to work on jobs; it is not served. */
    static Services worker(Home home, @Nullable Integer workers) {
        Services services = of(home, engine(home), false, workers, false);
        services.address.elsewhere(() -> services.requests.jobs().status().workers().stream()
                .filter(JobWorker::alive)
                .flatMap(worker -> Stream.ofNullable(worker.url()))
                .findFirst());
        return services;
    }

    private static EngineOptions engine(Home home) {
        return EngineOptions.reading(
                home.folders().warehouse(), home.folders().cache().resolve("engine"));
    }

    /** @param privateUploads whether tables may be fetched from this machine, and webhooks on it be called, for tests */
    static Services of(Home home, EngineOptions options, boolean privateUploads) {
        return of(home, options, privateUploads, null, true);
    }

    /** @param keeper whether this is a server: it marks the folders of the home, and makes copies for quick answers */
    private static Services of(
            Home home, EngineOptions options, boolean privateUploads, @Nullable Integer workers, boolean keeper) {
        Foreground.settle();
        HomeSettings told = HomeSettings.of(home);
        JobSettings work = workers == null
                ? told.jobs().settings()
                : told.jobs().settings().withWorkers(workers);
        var engine = new DuckDbEngine(options.withCopies(HomeCopies.folder(home)));
        var permissions = new Permissions(new HomeCatalogue(home));
        Formats formats = Formats.installed();
        var data = new CatalogueDataService(
                permissions,
                engine,
                formats,
                Version.text(),
                home.folders().cache().resolve("cubes"));
        FileService files = new CatalogueFileService(new HomeFiles(home), permissions, formats, Version.text());
        AccountViewers owners = HomeAccounts.viewers(home);
        var address = new OwnAddress();
        var adql = new AdqlService(permissions, engine, List.of(Observations.of(home, files, address)));
        TapSettings settings = told.tap().settings(home.folders().cache().resolve("tap"));
        var tap = new TapService(
                adql,
                data,
                owners,
                formats,
                address,
                privateUploads ? settings.withPrivateUploads() : settings,
                told.jobs().limits());
        var frozen = new FrozenRequests(home::database);
        var packages = new PackageJob(data, owners, formats, frozen, publisher(told.node(), address), told.requests());
        var jobs = new DurableJobs(
                home::database,
                home.folders().requests(),
                List.of(tap.kind(), packages),
                work,
                told.jobs().quota(),
                Workplace.mark(home, keeper),
                Version.text());
        Supplier<String> site = publicAddress(told.node(), address);
        var letters = new Letterbox(home, told, HomeAccounts.mailboxes(home), jobs, privateUploads, site);
        var requests = new Requests(new RequestDesk(data, told.requests()), frozen, jobs, letters.notices());
        AccountDesk accounts = HomeAccounts.of(home, told, letters.post(), site, jobs);
        CopyKeeper copies = keeper ? copies(home, told.engine(), engine, permissions) : null;
        var entrances = new OidcEntrances(told.providers());
        return new Services(
                data, files, adql, tap, requests, letters, accounts, entrances, work.workers(), address, copies);
    }

    private static @Nullable CopyKeeper copies(
            Home home, EngineRules rules, DuckDbEngine engine, Permissions permissions) {
        if (!rules.copies()) {
            return null;
        }
        // whoever may see a table is answered by its copy: the engine is asked only for what they may
        var all = new Lookup(permissions.as(Viewer.OPERATOR));
        CopySettings settings = CopySettings.usual(HomeCopies.folder(home))
                .withMostBytes(rules.mostGb() << 30)
                .withFreeShare(rules.freePercent() / 100.0);
        return new CopyKeeper(engine, settings, all::open);
    }

    private static Publisher publisher(Node node, OwnAddress address) {
        return new Publisher(node.organisation().name(), publicAddress(node, address), Version.text());
    }

    /** As the settings say; else where it listens. */
    private static Supplier<String> publicAddress(Node node, OwnAddress address) {
        return () -> node.url() == null ? address.get() : node.url();
    }

    /** Returns when requests are answered. */
    HeraldServer serve(ServerSettings settings, ServedPart... more) {
        address.expect();
        ServedPart[] parts = Stream.concat(
                        Stream.of(
                                new TapPart(tap, requests.jobs()),
                                new RequestsPart(requests),
                                new AccountsPart(accounts, entrances)),
                        Stream.of(more))
                .toArray(ServedPart[]::new);
        HeraldServer server = HeraldServer.start(data, files, settings, parts);
        address.found(settings, server.port());
        requests.jobs().answersAt(publicAddress(settings.node(), address));
        return server;
    }

    @Override
    public void close() {
        letters.close();
        requests.jobs().close();
        if (copies != null) {
            copies.close();
        }
        adql.close();
        data.close();
    }
}

package org.heralddata.jobs.request;

import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.jobs.engine.Rows;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** All requests that were ever frozen, by identifier. Safe for many threads and processes. */
public final class FrozenRequests {
    private final Rows rows;

    /** @param database may have to be waited for; only what needs it does */
    public FrozenRequests(Supplier<DataSource> database) {
        rows = new Rows(database);
    }

    Rows rows() {
        return rows;
    }

    /** Keeps a request for ever; one that is kept already stays as it is. */
    public void keep(FrozenRequest request) {
        rows.change(
                "insert into data_request (identifier, request) values (?, ?::json) on conflict do nothing",
                request.identifier(),
                RequestJson.write(request).toString());
    }

    public Optional<FrozenRequest> find(String identifier) {
        return rows
                .ask(
                        "select request from data_request where identifier = ?",
                        row -> RequestJson.frozen(row.getString(1)),
                        identifier)
                .stream()
                .findFirst();
    }

    /**
     * Says which rows a request gave.
     *
     * @throws Refusal if it once gave others ({@link RequestCode#CHANGED})
     */
    public void gave(FrozenRequest request, String fingerprint) {
        keep(request);
        String first = rows.ask(
                        "update data_request set fingerprint = coalesce(fingerprint, ?) where identifier = ? returning fingerprint",
                        row -> row.getString(1),
                        fingerprint,
                        request.identifier())
                .getFirst();
        if (!first.equals(fingerprint)) {
            throw new Refusal(Diagnostic.error(
                            RequestCode.CHANGED,
                            "the request %s gave rows of the fingerprint %s, and before %s"
                                    .formatted(request.identifier(), fingerprint, first))
                    .helped("tell those who run this server to check the release by `herald verify`"));
        }
    }
}

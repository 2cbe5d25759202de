package org.heralddata.accounts.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Belongings;
import org.heralddata.accounts.Scope;
import org.jspecify.annotations.Nullable;

/** All that is kept of one person: as a document for them, and taken away. */
public final class OwnData {
    private final Rows rows;
    private final Accounts accounts;
    private final Groups groups;
    private final Sessions sessions;
    private final Tokens tokens;
    private final SecondFactors factors;
    private final List<Belongings> belongings;

    OwnData(
            Rows rows,
            Accounts accounts,
            Groups groups,
            Sessions sessions,
            Tokens tokens,
            SecondFactors factors,
            List<Belongings> belongings) {
        this.rows = rows;
        this.accounts = accounts;
        this.groups = groups;
        this.sessions = sessions;
        this.tokens = tokens;
        this.factors = factors;
        this.belongings = belongings;
    }

    /** As maps, lists, texts and numbers. Without hashes of secrets, which tell nothing of the person. */
    public Map<String, Object> export(Account account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", about(account));
        all.put(
                "groups",
                list(
                        groups.of(account.id()),
                        m -> map("group", m.group().path(), "by", m.why().name(), "rule", m.value())));
        all.put(
                "identities",
                rows.ask(
                        "select provider, subject, claims, seen from account_identity where account = ?",
                        row -> map(
                                "provider", row.getString("provider"),
                                "subject", row.getString("subject"),
                                "groups", Rows.texts(row, "claims"),
                                "seen", Rows.time(row, "seen")),
                        account.id()));
        all.put(
                "sessions",
                list(
                        sessions.of(account.id()),
                        s -> map(
                                "browser",
                                s.agent(),
                                "address",
                                s.address(),
                                "began",
                                s.created(),
                                "seen",
                                s.seen(),
                                "ends",
                                s.expires())));
        all.put(
                "tokens",
                list(
                        tokens.of(account.id()),
                        t -> map(
                                "name", t.name(),
                                "scopes",
                                        t.scopes().stream()
                                                .map(Scope::label)
                                                .sorted()
                                                .toList(),
                                "made", t.created(),
                                "expires", t.expires(),
                                "used", t.used())));
        factors.of(account.id())
                .ifPresent(on -> all.put("second_factor", map("since", on.since(), "recovery_codes", on.codes())));
        for (Belongings more : belongings) {
            var rest = new ArrayList<Map<String, Object>>();
            more.of(account.id()).forEach(rest::add);
            all.put(more.name(), rest);
        }
        return all;
    }

    /**
     * Deletes the account and all that belongs to it, data requests included.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if it is the last operator's
     */
    public void delete(Account account) {
        accounts.requireAnotherOperator(account.id());
        accounts.disable(account.id(), true); // nothing new comes while the old goes
        belongings.forEach(more -> more.delete(account.id()));
        accounts.delete(account.id());
    }

    private static Map<String, Object> about(Account account) {
        return map(
                "id", account.id(),
                "email", account.email(),
                "email_confirmed", account.confirmed(),
                "name", account.name(),
                "operator", account.operator(),
                "created", account.created(),
                "last_sign_in", account.lastSignIn(),
                "terms", account.terms(),
                "terms_agreed", account.termsAgreed());
    }

    private static <T> List<Map<String, Object>> list(
            List<T> all, java.util.function.Function<T, Map<String, Object>> told) {
        return all.stream().map(told).toList();
    }

    /** Keys and values in turns; times as text, without those that are null. */
    private static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                map.put(String.valueOf(pairs[i]), value instanceof Instant time ? time.toString() : value);
            }
        }
        return map;
    }
}

package org.heralddata.app.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Provider;
import org.heralddata.app.console.Version;
import org.heralddata.app.mail.MailSettings;
import org.heralddata.jobs.request.RequestLimits;
import org.heralddata.serve.network.Network;
import org.heralddata.serve.node.Node;
import org.heralddata.store.home.Home;

/**
 * What a home's {@code config.yaml} says.
 *
 * @param node     who runs it; {@link Node#UNREGISTERED} where nothing is said
 * @param datacite where DOIs are registered; empty if nowhere
 * @param tap      limits of queries
 * @param jobs     limits of jobs
 * @param requests limits of data requests
 * @param engine   copies of tables for quick answers
 * @param mail     the server that letters go out by; empty if none are sent
 * @param accounts how accounts are kept
 * @param providers that people may sign in by
 * @param network  how the world reaches the server
 */
public record HomeSettings(
        Node node,
        Optional<DataCiteSettings> datacite,
        TapRules tap,
        JobRules jobs,
        RequestLimits requests,
        EngineRules engine,
        Optional<MailSettings> mail,
        AccountSettings accounts,
        List<Provider> providers,
        Network network) {

    /**
     * DataCite's REST API.
     *
     * @param prefix     of the DOIs, such as {@code 10.5072}
     * @param repository account, such as {@code EXAMPLE.HERALD}
     * @param url        of the API, without the last slash
     */
    public record DataCiteSettings(String prefix, String repository, String url) {}

    /** With the usual limits. */
    public static HomeSettings usual(Node node, Optional<DataCiteSettings> datacite) {
        var nothing = new SettingsSection(Path.of("config.yaml"), "", Map.of());
        return new HomeSettings(
                node,
                datacite,
                TapRules.read(nothing),
                JobRules.read(nothing),
                RequestRules.read(nothing),
                EngineRules.read(nothing),
                MailRules.read(nothing),
                AccountRules.read(nothing, isSeen(node)),
                List.of(),
                Network.PLAIN);
    }

    /** Reads those of a home. The time since when the node is as it is is asked of the database when first needed. */
    public static HomeSettings of(Home home) {
        HomeSettings read = SettingsFile.read(home.folders().config());
        Node told = read.node;
        String digest = digest(String.join(
                "\n",
                String.valueOf(told.url()),
                told.authority(),
                told.organisation().toString(),
                told.contact().toString(),
                Version.text()));
        Node node = read.node.since(new Once(() -> home.publications().since(digest)));
        return new HomeSettings(
                node,
                read.datacite,
                read.tap,
                read.jobs,
                read.requests,
                read.engine,
                read.mail,
                read.accounts,
                read.providers,
                read.network);
    }

    /** Whether people come to it over HTTPS: a node of the world, not one of this machine. */
    static boolean isSeen(Node node) {
        return node.url() != null && node.url().startsWith("https:");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Asks once. */
    private static final class Once implements Supplier<Instant> {
        private final Supplier<Instant> first;
        private volatile Instant known = Instant.MIN;

        private Once(Supplier<Instant> first) {
            this.first = first;
        }

        @Override
        public Instant get() {
            if (known.equals(Instant.MIN)) {
                known = first.get();
            }
            return known;
        }
    }
}

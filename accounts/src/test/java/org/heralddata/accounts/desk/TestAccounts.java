package org.heralddata.accounts.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Belongings;
import org.heralddata.accounts.Letter;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.second.Vault;
import org.heralddata.store.home.Home;

/** One home for all tests of this process, with letters and belongings that the tests look into. */
final class TestAccounts {
    static final Home HOME = open();
    static final Rows ROWS = new Rows(HOME::database);

    /** Quick to compute. */
    static final AccountSettings SETTINGS = weak(AccountSettings.USUAL);

    private static final byte[] KEY = Vault.newKey();
    private static final Vault VAULT = new Vault(KEY::clone);
    private static final Pattern LINK = Pattern.compile("https://node\\.example/account/link/(\\S+)");

    private TestAccounts() {}

    static AccountSettings weak(AccountSettings s) {
        return new AccountSettings(
                s.open(),
                s.termsVersion(),
                s.termsText(),
                s.idle(),
                s.longest(),
                s.link(),
                64,
                1,
                s.tokens(),
                s.strong());
    }

    static AccountDesk desk(Letters letters) {
        return desk(letters, SETTINGS);
    }

    static AccountDesk desk(Letters letters, AccountSettings settings) {
        return desk(letters, settings, InstantSource.system());
    }

    /** With a clock for codes of second factors. */
    static AccountDesk desk(Letters letters, AccountSettings settings, InstantSource clock) {
        return AccountDesk.of(
                HOME::database, settings, letters, () -> "https://node.example", List.of(new Shelf()), VAULT, clock);
    }

    /** Letters as they would be sent. */
    static final class Box implements Letters {
        private final BlockingQueue<Letter> sent = new LinkedBlockingQueue<>();

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void send(Letter letter) {
            sent.add(letter);
        }

        Letter next() throws InterruptedException {
            Letter letter = sent.poll(1, TimeUnit.MINUTES);
            if (letter == null) {
                throw new AssertionError("no letter came");
            }
            return letter;
        }

        boolean isEmpty() throws InterruptedException {
            return sent.poll(300, TimeUnit.MILLISECONDS) == null;
        }

        String link() throws InterruptedException {
            return secret(next().text());
        }
    }

    /** What the link in a text ends with. */
    static String secret(String text) {
        Matcher found = LINK.matcher(text);
        if (!found.find()) {
            throw new AssertionError(text);
        }
        return found.group(1);
    }

    /** Something that accounts own elsewhere. */
    static final class Shelf implements Belongings {
        static final List<String> DELETED = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "books";
        }

        @Override
        public List<Map<String, Object>> of(String account) {
            return List.of(Map.of("title", "Air showers"));
        }

        @Override
        public void delete(String account) {
            DELETED.add(account);
        }
    }

    private static Home open() {
        try {
            Path folder = Files.createTempDirectory("herald-test-accounts");
            Home home = Home.open(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                home.close();
                delete(folder);
            }));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException leave) {
            throw new UncheckedIOException(leave);
        }
    }
}

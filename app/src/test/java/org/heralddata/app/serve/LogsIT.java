package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.second.Totp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Nothing that lets anybody in is in the logs, however much they tell. */
class LogsIT {
    private static final String WRONG = "my other accounts password";

    @Test
    void holdNoSecretOfAnybody(@TempDir Path folder) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler handler = collecting(told);
        java.util.logging.Logger jul = LogManager.getLogManager().getLogger("");
        java.util.logging.Level before = jul.getLevel();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = context.getLogger("org.heralddata");
        Level level = own.getLevel();
        var appender = new ListAppender<ILoggingEvent>();
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        jul.addHandler(handler);
        jul.setLevel(java.util.logging.Level.FINE);
        root.addAppender(appender);
        own.setLevel(Level.TRACE);
        List<String> secrets;
        try (var served = ServedHome.open(Files.createDirectories(folder.resolve("home")));
                var browser = served.browser()) {
            secrets = day(served, browser);
        } finally {
            jul.removeHandler(handler);
            jul.setLevel(before);
            root.detachAppender(appender);
            own.setLevel(level);
        }
        String all = Stream.concat(told.stream(), appender.list.stream().map(LogsIT::text))
                .collect(Collectors.joining("\n"));
        assertThat(all).contains("a sign-in from");
        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(secret -> {
            assertThat(secret).isNotBlank();
            assertThat(all).doesNotContain(secret);
        });
    }

    /** All that somebody does with secrets; the secrets. */
    private static List<String> day(ServedHome served, AccountBrowser browser) throws Exception {
        Account account = served.accounts().accounts().add("secret-address@kit.example", "", false);
        String link = served.accounts().registration().operatorLink(account);
        String path = link.substring(link.indexOf("/account/"));
        browser.fill(path, path, "password", AccountBrowser.GOOD, "terms", "agreed");
        browser.get(path);
        try (var other = served.browser()) {
            other.signIn("secret-address@kit.example", WRONG);
        }
        byte[] secret = served.accounts().secondFactors().begin(account);
        String code = Totp.code(secret, Instant.now());
        List<String> recovery = served.accounts().secondFactors().confirm(account, code, 0);
        String next = new Authenticator(Totp.typed(secret)).next();
        String session;
        try (var again = served.browser()) {
            again.signIn("secret-address@kit.example", AccountBrowser.GOOD);
            again.fill("/account/second-step", "/account/second-step", "code", recovery.getFirst());
            session = again.session();
        }
        String token = served.accounts()
                .tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        browser.get("/api/v1/account", "Authorization", "Bearer " + token);
        browser.get("/api/v1/account", "Authorization", "Bearer hrld_wrong-but-close");
        return List.of(
                "secret-address",
                path.substring(path.lastIndexOf('/') + 1),
                AccountBrowser.GOOD,
                WRONG,
                Totp.typed(secret),
                code + " ",
                next + " ",
                recovery.getFirst(),
                session,
                token,
                "wrong-but-close");
    }

    private static Handler collecting(List<String> told) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (String.valueOf(entry.getLoggerName()).startsWith("org.heralddata")) {
                    told.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}

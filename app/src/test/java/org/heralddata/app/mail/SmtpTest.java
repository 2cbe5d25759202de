package org.heralddata.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.heralddata.app.mail.MailSettings.Security;
import org.heralddata.jobs.outbox.Carriers;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.RetryPolicy;
import org.heralddata.jobs.outbox.Undelivered;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP server. */
class SmtpTest {
    private static final Letter LETTER =
            new Letter("maria@example.org", "Grüße aus Karlsruhe", "Ein Päckchen:\n.\nµ\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Smtp smtp() {
        return new Smtp(settings(server.getSmtp().getPort(), Security.NONE));
    }

    private static MailSettings settings(int port, Security security) {
        return new MailSettings("127.0.0.1", port, security, null, null, "desk@herald.example");
    }

    @Test
    void sendsPlainTextInUnicode() throws Exception {
        var token = UUID.randomUUID();
        smtp().send(LETTER, token);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(LETTER.subject());
        assertThat(received.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(received.getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo(LETTER.text().stripTrailing());
        assertThat(received.getFrom()[0]).hasToString("desk@herald.example");
        assertThat(received.getAllRecipients()[0]).hasToString("maria@example.org");
        assertThat(received.getMessageID()).isEqualTo("<%s@herald.example>".formatted(token));
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void showsWhoItIs(@TempDir Path folder) throws Exception {
        server.setUser("desk@herald.example", "desk", "right");
        Path file = folder.resolve("password");
        var known = new MailSettings(
                "127.0.0.1", server.getSmtp().getPort(), Security.NONE, "desk", file, "desk@herald.example");
        Files.writeString(file, "right\n");
        new Smtp(known).send(LETTER, UUID.randomUUID());
        assertThat(server.getReceivedMessages()).hasSize(1);
        Files.writeString(file, "wrong\n");
        assertThatThrownBy(() -> new Smtp(known).send(LETTER, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Undelivered.class, wrong -> assertThat(wrong.again()).isTrue());
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsAskedFor() {
        var demanding = new Smtp(settings(server.getSmtp().getPort(), Security.STARTTLS));
        assertThatThrownBy(() -> demanding.send(LETTER, UUID.randomUUID()))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void triesAgainWhereTheServerIsAway() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new Smtp(settings(port, Security.NONE)).send(LETTER, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Undelivered.class, away -> assertThat(away.again()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {451, 550})
    void triesAgainOnlyWhereTheServerSaysThatItMayGoWell(int code) throws Exception {
        try (var grumpy = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> refuse(grumpy, code));
            assertThatThrownBy(() ->
                            new Smtp(settings(grumpy.getLocalPort(), Security.NONE)).send(LETTER, UUID.randomUUID()))
                    .isInstanceOfSatisfying(
                            Undelivered.class, no -> assertThat(no.again()).isEqualTo(code < 500));
        }
    }

    /** Refuses every recipient. */
    private static void refuse(ServerSocket server, int code) {
        try (Socket client = server.accept()) {
            var out = client.getOutputStream();
            out.write("220 grumpy\r\n".getBytes(StandardCharsets.US_ASCII));
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = line.startsWith("RCPT") ? code + " no" : "250 fine";
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // the client has what it came for
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org\n",
                "a@example.org,b@example.org",
                "Eve <a@example.org>",
                "a@b@example.org",
                "a b@example.org",
                "@example.org",
                "a@localhost",
                "a@example.org\u0000",
                "a"
            })
    void refusesWhatIsNoAddressOfOnePerson(String address) {
        assertThat(Letter.isAddress(address)).isFalse();
        assertThatThrownBy(() -> new Letter(address, "s", "t")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@example.org", "a\nb", "a\u2028b", " "})
    void refusesSubjectsThatWouldBeMoreThanOne(String subject) {
        assertThatThrownBy(() -> new Letter("a@example.org", subject, "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAddressesAsTheyAre() {
        assertThat(List.of("a@example.org", "o'neil+herald@mail.example.co.uk", "x_y@kit.edu"))
                .allMatch(Letter::isAddress);
    }

    @Test
    void losesNoLetterThatWasGivenUpBeforeAServerWasThere(@TempDir Path folder) throws Exception {
        try (Home home = Home.open(folder.resolve("home"))) {
            new OutboxPost(new Outbox(home::database)).send(LETTER);
            var outbox = new Outbox(home::database);
            try (var _ = new Carriers(
                    outbox, List.of(OutboxPost.courier(smtp())), RetryPolicy.usual(), Duration.ofMillis(50))) {
                assertThat(server.waitForIncomingEmail(120_000, 1)).isTrue();
                new OutboxPost(outbox).send(new Letter("maria@example.org", "second", "at once"));
                assertThat(server.waitForIncomingEmail(120_000, 2)).isTrue();
            }
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
    }
}

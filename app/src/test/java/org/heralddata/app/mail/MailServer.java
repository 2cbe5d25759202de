package org.heralddata.app.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.app.TestCa;
import org.heralddata.testkit.Oracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mail server that takes letters by TLS only, from those who show who they are: Python's aiosmtpd, as a process of its own. */
public final class MailServer implements AutoCloseable {
    public static final String USER = "desk";
    public static final String PASSWORD = "seven quiet muons";

    private static final String PROGRAM = """
            import asyncio, json, ssl, sys, time
            from email import message_from_bytes
            from aiosmtpd.controller import Controller
            from aiosmtpd.smtp import AuthResult, SMTP
            kind, certificate, key, user, password = sys.argv[1:]
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(certificate, key)
            class Desk:
                async def handle_DATA(self, server, session, envelope):
                    letter = message_from_bytes(envelope.content)
                    print(json.dumps({'to': envelope.rcpt_tos, 'id': letter['Message-ID'], 'subject': letter['Subject'],
                                      'user': session.auth_data, 'tls': session.ssl is not None or kind == 'tls'}), flush=True)
                    return '250 taken'
            def who(server, session, envelope, mechanism, data):
                good = data.login == user.encode() and data.password == password.encode()
                return AuthResult(success=good, auth_data=data.login.decode())
            options = dict(authenticator=who, auth_required=True)
            if kind == 'starttls': options |= dict(tls_context=tls, require_starttls=True)
            else: options |= dict(auth_require_tls=False)
            async def main():
                loop = asyncio.get_running_loop()
                server = await loop.create_server(lambda: SMTP(Desk(), hostname='localhost', **options), '127.0.0.1', 0,
                                                  ssl=tls if kind == 'tls' else None)
                print(json.dumps({'port': server.sockets[0].getsockname()[1]}), flush=True)
                await server.serve_forever()
            asyncio.run(main())
            """;

    private final Process process;
    private final Path out;
    private final int port;

    private MailServer(Process process, Path out, int port) {
        this.process = process;
        this.out = out;
        this.port = port;
    }

    /** @param kind {@code tls} from the first byte, or {@code starttls} */
    public static MailServer start(String kind, TestCa ca, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("mail.log");
        Process process = new ProcessBuilder(
                        Oracle.python("aiosmtpd").run("import sys; print(sys.executable)"),
                        "-c",
                        PROGRAM,
                        kind,
                        ca.certificate().toString(),
                        ca.key().toString(),
                        USER,
                        PASSWORD)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("mail.err").toFile())
                .start();
        for (int i = 0; i < 600; i++) {
            List<JsonNode> said = said(out);
            if (!said.isEmpty()) {
                return new MailServer(process, out, said.getFirst().get("port").asInt());
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError(Files.readString(folder.resolve("mail.err")));
    }

    private static List<JsonNode> said(Path out) throws IOException {
        try (var lines = Files.lines(out)) {
            return lines.map(line -> JsonMapper.shared().readTree(line)).toList();
        }
    }

    public int port() {
        return port;
    }

    /** Letters that came: {@code to}, {@code id}, {@code subject}, {@code user}, {@code tls}. */
    public List<JsonNode> letters() throws IOException {
        List<JsonNode> said = said(out);
        return said.subList(1, said.size());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

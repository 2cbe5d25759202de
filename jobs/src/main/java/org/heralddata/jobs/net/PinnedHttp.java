package org.heralddata.jobs.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One exchange by HTTP/1.1 (RFC 9112) with a server at a network address that was looked up, and judged, before. The client of the JDK looks
 * names up by itself, so that the address judged and the one asked could differ.
 *
 * @param headers names in lower case, the first of each
 * @param body    ends where the answer says; fails if it ends before
 */
public record PinnedHttp(Socket socket, int status, Map<String, String> headers, InputStream body)
        implements AutoCloseable {
    private static final int LONGEST_HEAD = 64 << 10;

    /** Asks for a file at {@code host}; says and, by HTTPS, proves the name that {@code address} has. */
    public static PinnedHttp get(URI address, InetAddress host, Duration patience) throws IOException {
        return exchange(address, host, patience, "GET", Map.of("Accept", "*/*"), new byte[0]);
    }

    /**
     * Sends something to {@code host}; says and, by HTTPS, proves the name that {@code address} has.
     *
     * @param headers besides those that every exchange has; without line ends
     */
    public static PinnedHttp post(
            URI address, InetAddress host, Duration patience, Map<String, String> headers, byte[] body)
            throws IOException {
        return exchange(address, host, patience, "POST", headers, body);
    }

    private static PinnedHttp exchange(
            URI address,
            InetAddress host,
            Duration patience,
            String method,
            Map<String, String> headers,
            byte[] content)
            throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        int millis = (int) Math.min(Integer.MAX_VALUE, patience.toMillis());
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), Math.min(millis, 10_000));
            plain.setSoTimeout(millis);
            Socket socket = secure ? secured(plain, address.getHost(), port) : plain;
            OutputStream out = socket.getOutputStream();
            out.write(head(address, method, headers, content.length).getBytes(StandardCharsets.US_ASCII));
            out.write(content);
            out.flush();
            return read(socket);
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    private static Socket secured(Socket plain, String name, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI address, String method, Map<String, String> headers, int length) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, target, host));
        head.append("User-Agent: Herald (IVOA-copy)\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static PinnedHttp read(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        int left = LONGEST_HEAD;
        String first = line(in, left);
        String[] parts = first.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the server does not speak HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new PinnedHttp(socket, Integer.parseInt(parts[1]), headers, body(in, headers));
    }

    private static InputStream body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return new Chunks(in);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return in;
        }
        if (!length.matches("\\d{1,18}")) {
            throw new IOException("the server tells a length that is none");
        }
        return new Counted(in, Long.parseLong(length));
    }

    /** Without its end. */
    private static String line(InputStream in, int longest) throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer of the server ends early");
            }
            if (line.size() >= longest) {
                throw new IOException("the head of the server's answer is too long");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** So many bytes, not fewer. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long left;

        Counted(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, from, (int) Math.min(count, left));
            if (n < 0) {
                throw new EOFException("the answer of the server ends early");
            }
            left -= n;
            return n;
        }
    }

    /** RFC 9112, section 7.1. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private InputStream chunk = InputStream.nullInputStream();
        private boolean begun;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            while (!ended) {
                int n = chunk.read(buffer, from, count);
                if (n > 0 || count == 0) {
                    return n;
                }
                next();
            }
            return -1;
        }

        private void next() throws IOException {
            if (begun && !line(in, 2).isEmpty()) {
                throw new IOException("the server's chunks are malformed");
            }
            begun = true;
            String size = line(in, 1_000).replaceAll("\\s*;.*", "");
            if (!size.matches("[0-9A-Fa-f]{1,15}")) {
                throw new IOException("the server's chunks are malformed");
            }
            long bytes = Long.parseLong(size, 16);
            ended = bytes == 0;
            chunk = new Counted(in, bytes);
        }
    }
}

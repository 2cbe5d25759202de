package org.heralddata.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A network to a server on this machine, which can be lost: then nothing is heard, not even that it was. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private volatile int target;
    private boolean cut;

    /** @param target port of the server; it may become another */
    public Wire(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the server seems to be. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** New connections lead to another port. */
    public void to(int port) {
        target = port;
    }

    /** Nothing goes through any more. */
    public void cut() {
        synchronized (lock) {
            cut = true;
        }
    }

    /** What was underway goes on. */
    public void mend() {
        synchronized (lock) {
            cut = false;
            lock.notifyAll();
        }
    }

    /** What was underway is lost, without a word to this side's end, as by a firewall that forgets; new connections are made. */
    public void mendForNewOnes() {
        for (Socket socket : sockets) {
            forgotten.add(socket);
        }
        mend();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        try {
            await(client);
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, client));
            pump(server, client, client);
        } catch (IOException | InterruptedException refused) {
            end(client, null);
        }
    }

    private void pump(Socket from, Socket to, Socket client) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                await(client);
                out.write(buffer, 0, n);
                out.flush();
            }
            await(client);
        } catch (IOException | InterruptedException lost) {
            // as if it had ended
        }
        end(from, to);
    }

    private void await(Socket client) throws InterruptedException {
        synchronized (lock) {
            while (cut || forgotten.contains(client)) {
                lock.wait();
            }
        }
    }

    private void end(Socket one, @Nullable Socket other) {
        try {
            one.close();
            sockets.remove(one);
            if (other != null) {
                other.close();
                sockets.remove(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

package jacobi.wire;

import static jacobi.language.Say.say;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A socket in the file system, where a front end that asked for the transport {@code ipc} connects: what it says is
 * passed on to a port of this machine, byte by byte, and the other way.
 *
 * <p>JeroMQ's own {@code ipc} is TCP under another name, which no other implementation of ZeroMQ understands.
 */
final class LocalSocket implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int STACK_BYTES = 256 << 10;

    private final Path path;
    private final InetSocketAddress inner;
    private final ServerSocketChannel server;
    private final FaultLog faults;

    private LocalSocket(Path path, int port, ServerSocketChannel server, FaultLog faults) {
        this.path = path;
        this.inner = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.server = server;
        this.faults = faults;
    }

    /**
     * Listens at {@code path}, for its owner alone, until it is closed. A socket that an earlier process left there is
     * replaced.
     *
     * @param port of the loopback address, which speaks ZeroMQ's protocol
     * @throws IOException if nothing can listen there, as at a path of more than about a hundred characters
     */
    static LocalSocket listen(Path path, int port, FaultLog faults) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
            Files.delete(path);
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    say("wire.sockets.listen", "file", path.toAbsolutePath(), "reason", e.getMessage()), e);
        }
        LocalSocket socket = new LocalSocket(path, port, server, faults);
        start("jacobi-ipc", socket::acceptAll);
        return socket;
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                SocketChannel outer = server.accept();
                join(outer, SocketChannel.open(inner));
            } catch (IOException e) {
                if (server.isOpen()) {
                    faults.report("could not take a connection at " + path, e);
                }
            }
        }
    }

    /** Passes on what each of the two says to the other. */
    static void join(SocketChannel outer, SocketChannel within) {
        start("jacobi-ipc-in", () -> pass(outer, within));
        start("jacobi-ipc-out", () -> pass(within, outer));
    }

    /** Passes on until one of the two is closed, then closes the other. */
    private static void pass(SocketChannel from, SocketChannel to) {
        try (from;
                to) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER_BYTES);
            while (from.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException e) {
            // The other end is gone.
        }
    }

    static void start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK_BYTES, false) {
            /** A cell may interrupt all threads it finds; this one would lose its channels. */
            @Override
            public void interrupt() {}
        };
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            faults.report("could not remove " + path, e);
        }
    }
}

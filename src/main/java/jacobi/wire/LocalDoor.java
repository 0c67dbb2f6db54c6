package jacobi.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The client's side of a {@link LocalSocket}: a port of this machine, on which JeroMQ connects, and behind it the
 * socket in the file system. A kernel whose socket is not there yet refuses the connection, and JeroMQ tries again.
 */
final class LocalDoor implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel server;

    private LocalDoor(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    /** Opens a port that leads to the socket at {@code path}. */
    static LocalDoor to(Path path) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        LocalDoor door = new LocalDoor(path, server);
        LocalSocket.start("jacobi-ipc-door", door::acceptAll);
        return door;
    }

    /** The ZeroMQ address of the port. */
    String address() throws IOException {
        return "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                SocketChannel here = server.accept();
                try {
                    LocalSocket.join(here, SocketChannel.open(UnixDomainSocketAddress.of(path)));
                } catch (IOException e) {
                    here.close();
                }
            } catch (IOException e) {
                // Closed, or a connection that was gone before it was taken.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // The port goes with the process.
        }
    }
}

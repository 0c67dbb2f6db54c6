package zmq.io.net.ipc;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import zmq.Options;
import zmq.SocketBase;
import zmq.ZError;
import zmq.io.IOObject;
import zmq.io.IOThread;
import zmq.io.SessionBase;
import zmq.io.StreamEngine;
import zmq.io.net.Listener;
import zmq.poll.Poller;
import zmq.socket.Sockets;

/**
 * Listens on a Unix-domain socket, for {@code ipc://path}. Takes the place of JeroMQ 0.6.0's class of this name, which
 * listens on a TCP port made of the path's hash code, where no other library looks and anybody may connect.
 */
public final class IpcListener extends Listener {
    private final IOObject polled;
    private ServerSocketChannel channel;
    private Poller.Handle handle;
    private Path path;

    public IpcListener(IOThread thread, SocketBase socket, Options options) {
        super(thread, socket, options);
        polled = new IOObject(thread, this);
    }

    /** Binds to a path, which becomes a socket its owner alone may use; false if that cannot be done. */
    @Override
    public boolean setAddress(String address) {
        path = Path.of(address);
        try {
            // What a process that was killed has left.
            Files.deleteIfExists(path);
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.configureBlocking(false);
            channel.bind(UnixDomainSocketAddress.of(path), options.backlog);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            close();
            errno.set(ZError.EADDRINUSE);
            return false;
        }
        socket.eventListening(getAddress(), channel);
        return true;
    }

    @Override
    public String getAddress() {
        return "ipc://" + path;
    }

    @Override
    protected void processPlug() {
        polled.plug();
        handle = polled.addFd(channel);
        polled.setPollAccept(handle);
    }

    @Override
    protected void processTerm(int linger) {
        polled.removeHandle(handle);
        handle = null;
        close();
        super.processTerm(linger);
    }

    @Override
    public void destroy() {
        polled.unplug();
    }

    /** Gives a new connection to a session of its own. */
    @Override
    public void acceptEvent() {
        try {
            SocketChannel connection = channel.accept();
            if (connection != null) {
                begin(connection);
            }
        } catch (IOException | ZError.InstantiationException e) {
            socket.eventAcceptFailed(getAddress(), ZError.EINVAL);
        }
    }

    private void begin(SocketChannel connection) {
        StreamEngine engine = new StreamEngine(connection, options, getAddress());
        IOThread thread = chooseIoThread(options.affinity);
        SessionBase session = Sockets.createSession(thread, false, socket, options, null);
        session.incSeqnum();
        launchChild(session);
        sendAttach(session, engine, false);
        socket.eventAccepted(getAddress(), connection);
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
                socket.eventClosed(getAddress(), channel);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            socket.eventCloseFailed(getAddress(), ZError.exccode(e));
        }
        channel = null;
    }
}

package zmq.io.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * An endpoint: a protocol and what follows it. Takes the place of JeroMQ 0.6.0's class of this name, which refuses the
 * addresses of Unix-domain sockets, and with them every connection that {@link zmq.io.net.ipc.IpcListener} accepts.
 */
public class Address {
    /** An address as a protocol understands it. */
    public interface IZAddress {
        ProtocolFamily family();

        String toString(int port);

        InetSocketAddress resolve(String name, boolean ipv6, boolean local);

        SocketAddress address();

        SocketAddress sourceAddress();
    }

    private final NetProtocol protocol;
    private final String place;
    private IZAddress resolved;

    public Address(String protocol, String place) {
        this(NetProtocol.getProtocol(protocol), place);
    }

    public Address(NetProtocol protocol, String place) {
        this.protocol = protocol;
        this.place = place;
    }

    public Address(SocketAddress socket) {
        if (socket instanceof InetSocketAddress internet) {
            protocol = NetProtocol.tcp;
            place = internet.getAddress().getHostAddress() + ":" + internet.getPort();
        } else {
            protocol = NetProtocol.ipc;
            place = String.valueOf(socket);
        }
    }

    public NetProtocol protocol() {
        return protocol;
    }

    public String address() {
        return place;
    }

    public String host() {
        int port = place.lastIndexOf(':');
        return port > 0 ? place.substring(0, port) : place;
    }

    public IZAddress resolved() {
        return resolved;
    }

    public boolean isResolved() {
        return resolved != null;
    }

    public IZAddress resolve(boolean ipv6) {
        resolved = protocol.zresolve(place, ipv6);
        return resolved;
    }

    @Override
    public String toString() {
        if (resolved != null) {
            return resolved.toString();
        }
        return protocol == null || place.isEmpty() ? "" : protocol.name() + "://" + place;
    }
}

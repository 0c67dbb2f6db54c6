package jacobi.wire;

import org.zeromq.ZMQ;

/**
 * Connects a socket to an address where somebody listens, or soon will.
 *
 * <p>JeroMQ 0.6.0 may forget a connection as it is made: {@code zmq.poll.Poller} finds the connecting handle, which is
 * cancelled, and the engine's, which is new, on one channel, cancels the channel's key and registers nothing. That
 * happens when the socket's owner sends while the connection is completed, and lasts until JeroMQ's time limit for a
 * handshake has passed, half a minute unless told otherwise: nothing of what was sent arrives before.
 */
public final class Connector {
    /** How long after a failed try the next one is made. */
    private static final int RECONNECT_MILLIS = 20;
    /** A peer that listens greets at once, so a connection not greeted by then is one that was forgotten. */
    private static final int HANDSHAKE_MILLIS = 500;

    private Connector() {}

    /** Connects {@code socket}; what is sent at once arrives once the connection is there. */
    public static void connect(ZMQ.Socket socket, String address) {
        socket.setReconnectIVL(RECONNECT_MILLIS);
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        socket.connect(address);
    }
}

package jacobi.wire;

/** The five sockets of a kernel. */
public enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB,
    HEARTBEAT;

    int port(ConnectionFile connection) {
        return switch (this) {
            case SHELL -> connection.shellPort();
            case CONTROL -> connection.controlPort();
            case STDIN -> connection.stdinPort();
            case IOPUB -> connection.iopubPort();
            case HEARTBEAT -> connection.hbPort();
        };
    }

    /** The name in threads' names and messages. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

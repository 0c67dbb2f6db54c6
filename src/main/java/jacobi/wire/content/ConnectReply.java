package jacobi.wire.content;

/** The kernel's ports; kept for old front ends, newer ones read the connection file. */
public record ConnectReply(String status, int shellPort, int iopubPort, int stdinPort, int hbPort, int controlPort)
        implements Content {}

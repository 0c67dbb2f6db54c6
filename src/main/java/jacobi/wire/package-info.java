/**
 * Jupyter messages as records, their signing, and the ZeroMQ sockets that carry them, for both ends: kernel and client.
 */
package jacobi.wire;

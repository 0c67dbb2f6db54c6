package jacobi.wire;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where the five sockets of a kernel are and how messages are signed: what a front end writes to a file for the kernel
 * it starts.
 *
 * @param transport {@code tcp}, or {@code ipc} for sockets in the file system
 * @param ip the address the kernel binds, {@code 127.0.0.1} unless the file says otherwise; for {@code ipc} the
 *     beginning of the sockets' paths, which end in their numbers
 * @param key the signing key; empty for none
 */
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int hbPort,
        String key,
        String signatureScheme,
        String kernelName) {

    private static final String IPC = "ipc";

    /** A new connection on this machine: five ports free at this moment and a random key. */
    public static ConnectionFile onFreePorts(String kernelName) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
            }
            int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new ConnectionFile(
                    "tcp",
                    "127.0.0.1",
                    ports[0],
                    ports[1],
                    ports[2],
                    ports[3],
                    ports[4],
                    UUID.randomUUID().toString(),
                    Signer.SCHEME,
                    kernelName);
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /**
     * A new connection over sockets in a folder, which must be empty, with a random key: for a kernel that shares no
     * network with this program.
     *
     * @param folder of a short path: systems take about a hundred characters with the sockets' names
     */
    public static ConnectionFile inFolder(Path folder, String kernelName) {
        return new ConnectionFile(
                IPC,
                folder.toAbsolutePath().resolve("kernel").toString(),
                1,
                2,
                3,
                4,
                5,
                UUID.randomUUID().toString(),
                Signer.SCHEME,
                kernelName);
    }

    /**
     * Reads a connection file.
     *
     * @throws IOException if there is none or it is cut short; the message is one line that names the file and the fix
     */
    public static ConnectionFile read(Path file) throws IOException {
        JsonNode json;
        try {
            json = Json.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IOException(say("wire.connection.no-file", "file", file), e);
        } catch (IOException e) {
            throw broken(file, say("wire.connection.not-json"), e);
        }
        if (!json.isObject()) {
            throw broken(
                    file,
                    json.isMissingNode() ? say("wire.connection.empty") : say("wire.connection.not-object"),
                    null);
        }
        String transport = json.path("transport").asText("tcp");
        if (!transport.equals("tcp") && !transport.equals(IPC)) {
            throw new IOException(say("wire.connection.transport", "file", file, "transport", transport));
        }
        try {
            return new ConnectionFile(
                    transport,
                    json.path("ip").asText(transport.equals(IPC) ? "kernel-ipc" : "127.0.0.1"),
                    port(json, "shell_port"),
                    port(json, "iopub_port"),
                    port(json, "stdin_port"),
                    port(json, "control_port"),
                    port(json, "hb_port"),
                    json.path("key").asText(""),
                    json.path("signature_scheme").asText(Signer.SCHEME),
                    json.path("kernel_name").asText(""));
        } catch (IllegalArgumentException e) {
            throw broken(file, e.getMessage(), e);
        }
    }

    /** Writes the file, readable by its owner only where the file system can say so: the key is a secret. */
    public void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        ObjectNode json = (ObjectNode) Json.tree(this);
        Files.writeString(file, Json.pretty(json) + "\n", StandardCharsets.UTF_8);
    }

    /** The ZeroMQ address of a port, as {@code tcp://127.0.0.1:5555}. */
    public String address(int port) {
        if (isLocal()) {
            return transport + "://" + path(port);
        }
        return transport + "://" + (ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":" + port;
    }

    /** Whether the sockets are in the file system. */
    boolean isLocal() {
        return transport.equals(IPC);
    }

    /** Where the socket of that number is in the file system, as Jupyter names it. */
    Path path(int port) {
        return Path.of(ip + "-" + port);
    }

    /** The signer both ends of this connection use. */
    public Signer signer() {
        return new Signer(signatureScheme, key);
    }

    private static int port(JsonNode json, String name) {
        JsonNode port = json.path(name);
        if (port.isMissingNode()) {
            throw new IllegalArgumentException(say("wire.connection.missing", "name", name));
        }
        if (!port.isIntegralNumber() || !port.canConvertToInt() || port.asInt() < 1 || port.asInt() > 65535) {
            throw new IllegalArgumentException(say("wire.connection.port", "name", name, "port", port));
        }
        return port.asInt();
    }

    private static IOException broken(Path file, String what, Exception cause) {
        return new IOException(say("wire.connection.broken", "file", file, "reason", what), cause);
    }
}

package jacobi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LocalSocketTest {
    /** A short path: longer ones than about a hundred characters are refused by the system. */
    private Path folder;

    private ConnectionFile connection;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("jac");
        connection = new ConnectionFile(
                "ipc", folder.resolve("k").toString(), 1, 2, 3, 4, 5, "secret", Signer.SCHEME, "jacobi");
    }

    @AfterEach
    void removeFolder() throws IOException {
        Files.deleteIfExists(connection.path(1));
        Files.delete(folder);
    }

    @Test
    void fiveSocketsOfTheOwnersSpeakZeroMqAndGoWithTheKernel() throws Exception {
        KernelSockets sockets = KernelSockets.bind(connection);
        try {
            sockets.start(message -> {}, message -> {}, message -> {});
            for (int number = 1; number <= 5; number++) {
                Path path = connection.path(number);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
                assertThat(greeting(path)).isEqualTo(new byte[] {(byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f});
            }
        } finally {
            sockets.close();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledKernelLeftIsReplacedAndAFileIsNot() throws Exception {
        Path path = connection.path(1);
        FaultLog faults = new FaultLog("test");
        LocalSocket first = LocalSocket.listen(path, 1, faults);
        // The second one takes the path, as if the first had been killed; its close removes it.
        LocalSocket.listen(path, 1, faults).close();
        first.close();
        Files.writeString(path, "mine");
        assertThatThrownBy(() -> LocalSocket.listen(path, 1, faults))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot listen at " + path);
        assertThat(path).hasContent("mine");
    }

    /** The first ten bytes the other side says: ZeroMQ's signature. */
    private static byte[] greeting(Path path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f}));
            ByteBuffer said = ByteBuffer.allocate(10);
            while (said.hasRemaining() && channel.read(said) >= 0) {
                // A read may bring a part.
            }
            return said.array();
        }
    }
}

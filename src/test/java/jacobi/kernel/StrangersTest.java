package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.wire.Connector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** What others on the machine can do to a session, and see of it. */
@Tag("slow")
@Timeout(300)
class StrangersTest {
    /** What a session may open meanwhile. */
    private static final int FEW = 40;

    @TempDir
    Path folder;

    private KernelProcess kernel;

    @BeforeEach
    void start() throws Exception {
        kernel = new KernelProcess(folder, null, "-Xmx400m");
    }

    @AfterEach
    void stop() {
        kernel.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hundredsOfHalfOpenAndGarbageConnectionsComeAndGo() throws Exception {
        assertConnectionsComeAndGo(300);
    }

    @Tag("soak")
    @Test
    @EnabledOnOs(OS.LINUX)
    void soDoTenThousand() throws Exception {
        assertConnectionsComeAndGo(10_000);
    }

    private void assertConnectionsComeAndGo(int count) throws Exception {
        // What a session opens with its first cells.
        for (int i = 0; i < 5; i++) {
            kernel.assertAnswers();
        }
        int before = descriptors();
        List<SocketChannel> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                int[] ports = {kernel.connection.shellPort(), kernel.connection.iopubPort(), kernel.connection.hbPort()
                };
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", ports[i % ports.length]));
                if (i % 2 == 0) {
                    channel.write(ByteBuffer.wrap(("GET / HTTP/1.1\r\nHost: " + i + "\r\n\r\n").getBytes()));
                }
                open.add(channel);
            }
            kernel.assertAnswers();
        } catch (IOException e) {
            // This process has no more descriptors; what it has opened will do.
        } finally {
            // Half of them stay, and say nothing.
            for (int i = 0; i < open.size(); i += 2) {
                open.get(i).close();
            }
        }
        for (int i = 0; i < 120 && descriptors() > before + FEW; i++) {
            Thread.sleep(500);
        }
        assertThat(descriptors()).isLessThanOrEqualTo(before + FEW);
        kernel.assertAnswers();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    @Test
    void subscriptionsByTheThousandEndNothing() throws Exception {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.SUB);
            Connector.connect(socket, kernel.connection.address(kernel.connection.iopubPort()));
            for (int i = 0; i < 20_000; i++) {
                socket.subscribe("topic-" + i);
            }
            kernel.assertAnswers();
        }
        kernel.assertAnswers();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingListensButTheFiveSockets() throws Exception {
        kernel.assertAnswers();
        Set<Integer> own = new TreeSet<>(List.of(
                kernel.connection.shellPort(),
                kernel.connection.controlPort(),
                kernel.connection.stdinPort(),
                kernel.connection.hbPort(),
                kernel.connection.iopubPort()));
        assertThat(listening()).isEqualTo(own);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsWrittenIsItsOwnersAlone() throws Exception {
        kernel.run("int secret = 42;");
        kernel.assertAnswers();
        Path history = folder.resolve("data/jacobi/history");
        for (int i = 0; i < 100 && !Files.isDirectory(history); i++) {
            Thread.sleep(50);
        }
        assertOwnersAlone(history);
        try (Stream<Path> files = Files.list(history)) {
            for (Path file : files.toList()) {
                assertOwnersAlone(file);
            }
        }
        assertOwnersAlone(folder.resolve("connection.json"));
    }

    private static void assertOwnersAlone(Path path) throws IOException {
        assertThat(Files.getPosixFilePermissions(path))
                .as(path.toString())
                .allSatisfy(permission -> assertThat(permission.name()).startsWith("OWNER"));
    }

    private int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + kernel.process.pid() + "/fd"))) {
            return (int) open.count();
        }
    }

    private Set<Integer> listening() throws IOException {
        return listening(kernel.process.pid());
    }

    /** The TCP ports a process listens on. */
    private static Set<Integer> listening(long pid) throws IOException {
        Set<String> inodes;
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            inodes = open.map(StrangersTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1))
                    .collect(Collectors.toSet());
        }
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.strip().split("\\s+");
                // State 0A is LISTEN.
                if (words.length > 9 && words[3].equals("0A") && inodes.contains(words[9])) {
                    ports.add(Integer.parseInt(words[1].substring(words[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }
}

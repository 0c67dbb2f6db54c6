package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.TestText;
import jacobi.kernel.KernelProcess.Outcome;
import jacobi.wire.Connector;
import jacobi.wire.Conversation;
import jacobi.wire.Json;
import jacobi.wire.content.ExecuteRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * What cells and messages can do to a kernel, by the hundred. After each of them it answers, cells and control alike,
 * and its session is as it was; or, for the few that may end it, its process is gone. The attacks are in {@code
 * attacks.txt}, whose first lines say how to read it. Prints a table of what was tried and held.
 */
@Tag("soak")
@Timeout(300)
class AttacksTest {
    private static final Map<String, int[]> TRIED = new TreeMap<>();
    private static KernelProcess kernel;

    @TempDir
    static Path folder;

    private static int started;

    /** @param kind the section it is of, which says how it is carried out and what is to come of it */
    record Attack(String kind, String code) {
        @Override
        public String toString() {
            return kind + ": " + code.replace("\n", " ");
        }
    }

    static Stream<Attack> attacks() throws Exception {
        List<Attack> attacks = new ArrayList<>();
        List<String> around = new ArrayList<>();
        String kind = "";
        for (String line : TestText.lines(AttacksTest.class, "attacks.txt")) {
            if (line.startsWith("== ")) {
                kind = line.substring(3).strip();
            } else if (line.isBlank() || line.startsWith("#")) {
                continue;
            } else if (kind.equals("around")) {
                around.add(line);
            } else if (kind.endsWith(" each way")) {
                String every = kind.replace(" each way", "");
                around.forEach(way -> attacks.add(new Attack(every, way.replace("@", line))));
            } else {
                attacks.add(new Attack(kind, line));
            }
        }
        return attacks.stream();
    }

    private static void fresh(String... flags) throws Exception {
        close();
        kernel = new KernelProcess(Files.createDirectory(folder.resolve("kernel" + ++started)), null, flags);
        assertThat(kernel.run("int kept = 41;").status()).isEqualTo("ok");
    }

    @AfterEach
    void forgetWhatIsGone() {
        if (kernel != null && !kernel.process.isAlive()) {
            close();
        }
    }

    @AfterAll
    static void tell() {
        close();
        System.out.println("attacks        tried  held");
        TRIED.forEach((kind, counts) -> System.out.printf("%-14s %5d %5d%n", kind, counts[0], counts[1]));
    }

    static void close() {
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leavesTheKernelAnswering(Attack attack) throws Exception {
        int[] counts = TRIED.computeIfAbsent(attack.kind(), any -> new int[2]);
        counts[0]++;
        if (attack.kind().equals("memory")) {
            fresh("-Xmx200m");
        } else if (kernel == null) {
            fresh("-Xmx800m");
        }
        boolean held = false;
        try {
            carryOut(attack);
            held = true;
            counts[1]++;
        } finally {
            if (!held) {
                // What this one broke is not to be held against the next.
                close();
            }
        }
    }

    private static void carryOut(Attack attack) throws Exception {
        switch (attack.kind()) {
            case "stops" -> {
                Outcome outcome = kernel.interrupted("System.out.println(1);\n" + attack.code(), 300);
                assertThat(outcome.result()).isEqualTo("KeyboardInterrupt");
                assertKept();
            }
            case "refused" -> {
                assertThat(kernel.run(attack.code()).result()).isIn("SystemExit", "UnsupportedOperationException");
                assertKept();
            }
            case "harmless" -> {
                kernel.run(attack.code());
                assertKept();
            }
            case "may end" -> {
                kernel.client.execute(ExecuteRequest.of(attack.code()), m -> {});
                kernel.process.waitFor(5, TimeUnit.SECONDS);
                kernel.assertNotDeaf();
            }
            case "memory" -> {
                kernel.client.execute(ExecuteRequest.of(attack.code()), m -> {});
                kernel.process.waitFor(15, TimeUnit.SECONDS);
                if (kernel.process.isAlive()) {
                    kernel.client.interrupt();
                }
                kernel.assertNotDeaf();
            }
            default -> throw new AssertionError(attack);
        }
    }

    /** Every field of a cell's message, left out or of another type. */
    @Test
    void messagesOfEveryWrongShapeAreAnsweredOrDropped() throws Exception {
        if (kernel == null) {
            fresh("-Xmx800m");
        }
        int[] counts = TRIED.computeIfAbsent("wire", any -> new int[2]);
        Conversation session = new Conversation(kernel.connection.signer());
        String[] wrong = {"null", "1", "-1e308", "\"\"", "[]", "{}", "true", "[[[[]]]]", "\"\\ud800\"", "\"x\":1"};
        String[] types = {
            "execute_request",
            "complete_request",
            "inspect_request",
            "is_complete_request",
            "history_request",
            "comm_open",
            "comm_msg",
            "comm_close",
            "comm_info_request",
            "shutdown",
            "input_reply"
        };
        String[] fields = {"code", "cursor_pos", "silent", "comm_id", "data", "hist_access_type", "n"};
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
            Connector.connect(socket, kernel.connection.address(kernel.connection.shellPort()));
            for (String type : types) {
                for (String field : fields) {
                    for (String value : wrong) {
                        String content = "{\"" + field + "\":" + value + "}";
                        if (isJson(content)) {
                            send(socket, session.encode(session.message(type, Json.read(content), null)));
                            counts[0]++;
                            counts[1]++;
                        }
                    }
                }
            }
            assertKept();
        }
    }

    private static boolean isJson(String text) {
        try {
            return Json.read(text).isObject();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private static void assertKept() throws Exception {
        kernel.assertAnswers();
        assertThat(kernel.run("kept + 1").result()).isEqualTo("42");
        assertThat(kernel.run("java.lang.System.out.print(\"printed\")").printed())
                .isEqualTo("printed");
    }
}

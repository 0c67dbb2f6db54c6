package jacobi.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jacobi.wire.ConnectionFile;
import jacobi.wire.Connector;
import jacobi.wire.Message;
import jacobi.wire.Conversation;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InspectRequest;
import jacobi.wire.content.KernelInfoRequest;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * What a student waits for, in milliseconds, for each kernel named on the command line, in turns so that all meet the
 * same machine: {@code WireBenchmark jacobi python3}.
 *
 * <pre>{@code
 * ./install/jacobi install --user
 * javac -d target/bench -cp target/jacobi.jar src/bench/java/jacobi/notebook/*.java
 * java -cp target/bench:target/jacobi.jar jacobi.notebook.WireBenchmark jacobi python3
 * }</pre>
 *
 * <p>{@code --questions} before the kernels measures instead what an editor asks while a cell is typed.
 *
 * <p>Start and first cell are medians over {@value #STARTS} starts; the others medians over one session of each kernel,
 * of cells from the request until both the reply and idle have arrived, and of {@code kernel_info}, asked by one thread
 * that blocks, until its reply has; of what an editor asks, until the reply has. The kernels answer in turns there too:
 * this client's own virtual machine grows faster from one message to the next, which would favour whichever kernel was
 * asked last.
 */
public final class WireBenchmark {
    private static final int STARTS = 5;
    private static final int ROUND_TRIPS = 300;
    private static final int CELLS = 100;
    private static final String ASK_QUESTIONS = "--questions";
    private static final int QUESTIONS = 25;
    /** After how many cells of a session an editor's questions are measured. */
    private static final int[] SESSIONS = {5, 300};
    /** What the compilers of all virtual machines have, before single round trips are counted, to become quiet. */
    private static final int SETTLE_MILLIS = 5_000;

    private WireBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        boolean questions = arguments[0].equals(ASK_QUESTIONS);
        String[] kernels = Arrays.copyOfRange(arguments, questions ? 1 : 0, arguments.length);
        Map<String, Map<String, List<Double>>> measured = new LinkedHashMap<>();
        for (String kernel : kernels) {
            measured.put(kernel, new LinkedHashMap<>());
        }
        for (int start = 0; start < STARTS && !questions; start++) {
            for (String kernel : kernels) {
                start(kernel, measured.get(kernel)).close();
            }
        }
        Map<String, KernelProcess> running = new LinkedHashMap<>();
        try {
            for (String kernel : kernels) {
                running.put(kernel, start(kernel, new LinkedHashMap<>()));
            }
            if (questions) {
                measureQuestions(running, measured);
            } else {
                measureSession(running, measured);
            }
        } finally {
            running.values().forEach(KernelProcess::close);
        }
        System.out.printf("%-28s", "milliseconds, median");
        measured.keySet().forEach(kernel -> System.out.printf("%14s", kernel));
        System.out.println();
        for (String figure : measured.values().iterator().next().keySet()) {
            System.out.printf("%-28s", figure);
            measured.values().forEach(figures -> System.out.printf("%14.1f", median(figures.get(figure))));
            System.out.println();
        }
    }

    /** A kernel that has answered and run its first cell. */
    private static KernelProcess start(String name, Map<String, List<Double>> figures) throws Exception {
        KernelSpec spec = KernelSpec.find(name, JupyterPaths.ofThisProcess());
        long before = System.nanoTime();
        KernelProcess kernel = KernelProcess.start(
                Launch.plain(spec, Path.of("").toAbsolutePath(), Path.of("measured.ipynb")));
        add(figures, "start to ready", before);
        run(kernel, Cells.of(spec.language()).oneLine(), "first cell", figures);
        return kernel;
    }

    private static void measureSession(
            Map<String, KernelProcess> running, Map<String, Map<String, List<Double>>> measured) throws Exception {
        for (int i = 0; i < CELLS; i++) {
            for (String name : running.keySet()) {
                run(running.get(name), cells(running.get(name)).oneLine(), "one-line cell", measured.get(name));
            }
        }
        for (int i = 0; i < CELLS; i++) {
            for (String name : running.keySet()) {
                run(
                        running.get(name),
                        cells(running.get(name)).tenStatements(),
                        "ten-statement cell",
                        measured.get(name));
            }
        }
        Thread.sleep(SETTLE_MILLIS);
        try (ZContext context = new ZContext()) {
            Map<String, Asker> askers = new LinkedHashMap<>();
            running.forEach((name, kernel) -> askers.put(name, new Asker(context, kernel.connection())));
            for (int i = 0; i < ROUND_TRIPS; i++) {
                for (String name : askers.keySet()) {
                    long asked = System.nanoTime();
                    askers.get(name).ask();
                    add(measured.get(name), "kernel_info", asked);
                }
            }
        }
    }

    /** What an editor asks while a cell is typed, in a session of few cells and in one of many. */
    private static void measureQuestions(
            Map<String, KernelProcess> running, Map<String, Map<String, List<Double>>> measured) throws Exception {
        int cell = 0;
        for (int size : SESSIONS) {
            for (; cell < size; cell++) {
                for (KernelProcess kernel : running.values()) {
                    run(kernel, cells(kernel).declaration(cell), "declaration", new LinkedHashMap<>());
                }
            }
            Thread.sleep(SETTLE_MILLIS);
            String after = ", " + size + " cells";
            for (int i = 0; i < QUESTIONS; i++) {
                for (String name : running.keySet()) {
                    KernelProcess kernel = running.get(name);
                    Map<String, List<Double>> figures = measured.get(name);
                    complete(kernel, "v", "v" + (size - 1), "complete name" + after, figures);
                    complete(kernel, "text.strip().sp", "split", "complete member" + after, figures);
                    complete(kernel, cells(kernel).lambda(), "split", "complete lambda" + after, figures);
                    inspect(kernel, "text.strip()", "text.str".length(), "inspect" + after, figures);
                    run(kernel, "v0 = " + i, "assignment", new LinkedHashMap<>());
                    complete(kernel, "v", "v" + (size - 1), "after a cell" + after, figures);
                }
            }
        }
    }

    private static void complete(
            KernelProcess kernel, String source, String expected, String figure, Map<String, List<Double>> figures)
            throws Exception {
        long before = System.nanoTime();
        JsonNode reply = kernel.client()
                .request(new CompleteRequest(source, source.length()))
                .get(60, TimeUnit.SECONDS)
                .content();
        add(figures, figure, before);
        for (JsonNode match : reply.path("matches")) {
            // ipykernel repeats what stands before the dot.
            if (match.asText().endsWith(expected)) {
                return;
            }
        }
        throw new IllegalStateException("'" + source + "' is not completed with " + expected + ": " + reply);
    }

    private static void inspect(
            KernelProcess kernel, String source, int cursor, String figure, Map<String, List<Double>> figures)
            throws Exception {
        long before = System.nanoTime();
        JsonNode reply = kernel.client()
                .request(new InspectRequest(source, cursor, 0))
                .get(60, TimeUnit.SECONDS)
                .content();
        add(figures, figure, before);
        if (!reply.path("found").asBoolean()) {
            throw new IllegalStateException("nothing is known of '" + source + "': " + reply);
        }
    }

    /** A socket of the benchmark's own thread: what {@link jacobi.wire.Client} adds is not the kernel's. */
    private static final class Asker {
        private final Conversation session;
        private final ZMQ.Socket socket;

        Asker(ZContext context, ConnectionFile connection) {
            session = new Conversation(connection.signer());
            socket = context.createSocket(SocketType.DEALER);
            Connector.connect(socket, connection.address(connection.shellPort()));
        }

        void ask() throws Exception {
            Message question = session.message(new KernelInfoRequest(), null);
            ZMsg frames = new ZMsg();
            session.encode(question).forEach(frames::add);
            frames.send(socket);
            List<byte[]> answer = new ArrayList<>();
            ZMsg.recvMsg(socket).forEach(frame -> answer.add(frame.getData()));
            if (!session.decode(answer).answers(question.header())) {
                throw new IllegalStateException("the answer is to another question");
            }
        }
    }

    private static Cells cells(KernelProcess kernel) {
        return Cells.of(kernel.info().path("language_info").path("name").asText());
    }

    private static void run(KernelProcess kernel, String source, String figure, Map<String, List<Double>> figures)
            throws Exception {
        long before = System.nanoTime();
        String status = kernel.client()
                .execute(ExecuteRequest.of(source), output -> {})
                .done()
                .get(60, TimeUnit.SECONDS)
                .content()
                .path("status")
                .asText();
        add(figures, figure, before);
        if (!status.equals("ok")) {
            throw new IllegalStateException("the cell '" + source + "' ended with status " + status);
        }
    }

    private static void add(Map<String, List<Double>> figures, String figure, long since) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>()).add((System.nanoTime() - since) / 1e6);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The same work in the language of a kernel. */
    private record Cells(String oneLine, String tenStatements, String first, String variable, String lambda) {
        static Cells of(String language) {
            return switch (language) {
                case "java" -> new Cells(
                        "1 + 1",
                        statements("double v%d = %d * 2.0;\n") + "v0 + v8",
                        "String text = \" a b \";\nList<String> texts = List.of(text);\n",
                        "double v%d = %d * 2.0;\ndouble f%d(double t) { return t + v%d; }\nf%d(2)",
                        "texts.stream().map(s -> s.sp");
                case "python" -> new Cells(
                        "1 + 1",
                        statements("v%d = %d * 2.0\n") + "v0 + v8",
                        "text = ' a b '\ntexts = [text]\n",
                        "v%d = %d * 2.0\ndef f%d(t):\n    return t + v%d\nf%d(2)",
                        "texts[0].sp");
                default -> throw new IllegalArgumentException("no cells in " + language + "; add them here");
            };
        }

        /** Declares a variable and a function of its own; the first also what is completed. */
        String declaration(int cell) {
            return (cell == 0 ? first : "") + variable.replace("%d", "" + cell);
        }

        private static String statements(String form) {
            StringBuilder source = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                source.append(String.format(form, i, i));
            }
            return source.toString();
        }
    }
}

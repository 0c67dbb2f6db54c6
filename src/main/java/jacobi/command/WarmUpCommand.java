package jacobi.command;

import jacobi.notebook.NotebookException;
import jacobi.repl.Evaluator;
import jacobi.tensor.cpu.VectorModule;
import jacobi.wire.Client;
import jacobi.wire.ConnectionFile;
import jacobi.wire.content.CompleteRequest;
import jacobi.wire.content.Content;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.HistoryRequest;
import jacobi.wire.content.InspectRequest;
import jacobi.wire.content.IsCompleteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * {@code jacobi warm-up}: a kernel that serves a few cells to a client in the same process and ends, so that the JVM
 * can note which classes a session loads.
 */
@Command(name = WarmUpCommand.NAME, hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    static final String NAME = "warm-up";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<String> CELLS = List.of(
            "int x = 1;\nx + 1",
            "for (int i = 0; i < 2; i++) {\n    System.out.printf(\"%d %.2f%n\", i, Math.sqrt(i));\n}",
            "double square(double a) {\n    return a * a;\n}\nsquare(3)",
            "record Point(double x, double y) {}\nvar points = List.of(new Point(1, 2), new Point(3, 4));",
            "points.stream().mapToDouble(Point::x).sum()",
            "var t = arange(12, dtype=float32).reshape(3, 4)",
            "t",
            "t.sum(axis=0, keepdims=true) / t.numel()",
            "t[0:2, :] = 12; t[-1]",
            "var A = tensor([[2.0, 1], [4, 3]], requiresGrad=true);\nvar y = (A @ A).sum();\ny.backward();\nA.grad",
            "plot(new double[] {1, 2, 4}, new double[] {1, 4, 2}, \"x\", \"y\")",
            "no such cell",
            "throw new IllegalStateException(\"on purpose\");");

    private static final List<Content> QUESTIONS = List.of(
            new CompleteRequest("t.resh", "t.resh".length()),
            new InspectRequest("t.sum", "t.sum".length(), 0),
            new IsCompleteRequest("for (int i = 0; i < 3; i++) {"),
            new HistoryRequest(false, true, "tail", null, null, null, 1_000, null, false));

    private final Supplier<Evaluator> evaluator;

    WarmUpCommand(Supplier<Evaluator> evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, NotebookException {
        VectorModule.keepOut();
        ConnectionFile connection = ConnectionFile.onFreePorts(OwnKernel.NAME);
        Path file = Files.createTempFile("jacobi-warm-up-", ".json");
        try {
            connection.write(file);
            FutureTask<Void> visit = new FutureTask<>(() -> visit(connection));
            Thread visitor = new Thread(visit, "jacobi-visitor");
            visitor.setDaemon(true);
            visitor.start();
            // As Jupyter starts it, so that its signals, its parent and its files are looked after too.
            KernelCommand.asStarted(new String[] {"kernel", file.toString()}, evaluator)
                    .orElseThrow()
                    .call();
            visit.get();
        } catch (ExecutionException e) {
            throw new IOException("a warm-up cell did not end", e);
        } finally {
            Files.delete(file);
        }
        return ExitCode.OK;
    }

    private static Void visit(ConnectionFile connection) throws Exception {
        try (Client client = Client.connect(connection)) {
            try {
                client.awaitReady(LIMIT);
                for (String cell : CELLS) {
                    client.execute(ExecuteRequest.of(cell), output -> {})
                            .done()
                            .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                }
                for (Content question : QUESTIONS) {
                    client.request(question).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                }
            } finally {
                client.shutdown(false);
            }
        }
        return null;
    }
}

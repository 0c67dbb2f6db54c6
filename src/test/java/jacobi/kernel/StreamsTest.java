package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Displays;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Message;
import jacobi.wire.content.ExecuteRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StreamsTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void aThreadThatOutlivesItsCellPrintsThere() throws Exception {
        CountDownLatch nextCellRuns = new CountDownLatch(1);
        CountDownLatch printed = new CountDownLatch(1);
        kernel.cells.cell("start", () -> {
            new Thread(() -> {
                        awaitQuietly(nextCellRuns);
                        System.out.println("late");
                        printed.countDown();
                    })
                    .start();
            return NOTHING;
        });
        kernel.cells.cell("next", () -> {
            nextCellRuns.countDown();
            printed.await();
            System.out.println("own");
            return NOTHING;
        });
        Outcome first = kernel.run("start");
        Outcome second = kernel.run("next");
        kernel.awaitPublished(first.request(), "late");
        assertThat(second.stream("stdout")).isEqualTo("own\n");
    }

    @Test
    void whatACellSetsInPlaceOfTheStreamsEndsWithIt() throws Exception {
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        kernel.cells.cell("replace", () -> {
            System.setOut(new PrintStream(own, true));
            System.setErr(null);
            System.out.print("for itself");
            return NOTHING;
        });
        kernel.cells.cell("close", () -> {
            System.out.close();
            System.err.close();
            return NOTHING;
        });
        kernel.cells.cell("print", () -> {
            System.out.print("out");
            System.err.print("err");
            return NOTHING;
        });
        assertThat(kernel.run("replace").stream("stderr")).contains("lasts only until its cell ends");
        assertThat(own).hasToString("for itself");
        assertThat(kernel.run("print").stream("stdout")).isEqualTo("out");
        assertThat(kernel.run("close").status()).isEqualTo("ok");
        Outcome last = kernel.run("print");
        assertThat(last.stream("stdout")).isEqualTo("out");
        assertThat(last.stream("stderr")).isEqualTo("err");
        assertThat(kernel.run("replace").stream("stderr")).as("said once").isEmpty();
    }

    @Test
    void workersSharedByAllCellsPrintInTheRunningOne() throws Exception {
        kernel.cells.cell("parallel", () -> {
            CompletableFuture.runAsync(() -> System.out.println("from the pool"))
                    .join();
            IntStream.range(0, 64).parallel().forEach(i -> System.out.println("line"));
            return NOTHING;
        });
        for (int i = 0; i < 3; i++) {
            assertThat(kernel.run("parallel").stream("stdout").lines()).hasSize(65);
        }
    }

    @Test
    void aPoolsWorkerPrintsWhereItsTaskCameFrom() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            CountDownLatch later = new CountDownLatch(1);
            // What the evaluator makes of a cell's pool.execute(...).
            kernel.cells.cell("first", () -> {
                pool.submit(Displays.here().bound(() -> {
                    System.out.println("first");
                    awaitQuietly(later);
                    System.out.println("first, later");
                    return NOTHING;
                }));
                return NOTHING;
            });
            kernel.cells.cell("second", () -> {
                Future<Integer> answer = pool.submit(Displays.here().bound(() -> {
                    System.out.println("second");
                    return 7;
                }));
                later.countDown();
                return answer.get();
            });
            Outcome first = kernel.run("first");
            assertThat(kernel.run("second").stream("stdout")).isEqualTo("second\n");
            kernel.awaitPublished(first.request(), "first, later");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void twoHundredThousandLinesArriveInOrderInFewMessages() throws Exception {
        kernel.cells.cell("many", () -> {
            for (int i = 0; i < 200_000; i++) {
                System.out.println("line " + i);
            }
            return NOTHING;
        });
        Outcome cell = kernel.run("many");
        String text = cell.stream("stdout");
        assertThat(text.lines()).hasSize(200_000).last().isEqualTo("line 199999");
        List<Message> streams =
                cell.outputs().stream().filter(m -> m.type().equals("stream")).toList();
        assertThat(streams)
                .hasSizeLessThan(200)
                .allSatisfy(message ->
                        assertThat(message.content().path("text").asText()).hasSizeLessThanOrEqualTo(64 * 1024));
    }

    @Test
    void charactersStayWholeHoweverTheirBytesArrive() throws Exception {
        String text = "ä∇😀".repeat(30_000);
        kernel.cells.cell("bytes", () -> {
            for (byte b : "∇😀\n".getBytes(StandardCharsets.UTF_8)) {
                System.out.write(b);
                System.out.flush();
                System.err.print("|");
            }
            System.out.print(text);
            return NOTHING;
        });
        Outcome cell = kernel.run("bytes");
        assertThat(cell.stream("stdout")).isEqualTo("∇😀\n" + text);
        assertThat(cell.stream("stderr")).isEqualTo("|".repeat(8));
    }

    @Test
    void halfACharacterAtTheEndIsShownAsOne() throws Exception {
        kernel.cells.cell("half", () -> {
            System.out.write(0xf0);
            System.out.write(0x9f);
            return NOTHING;
        });
        assertThat(kernel.run("half").stream("stdout")).isEqualTo("\ufffd");
    }

    @Test
    void whatIsPrintedShowsWhileTheCellRuns() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        kernel.cells.cell("progress", () -> {
            System.out.print("half way");
            return seen.await(120, TimeUnit.SECONDS);
        });
        var execution = kernel.client.execute(ExecuteRequest.of("progress"), m -> {
            if (m.type().equals("stream")) {
                seen.countDown();
            }
        });
        assertThat(execution
                        .done()
                        .get(120, TimeUnit.SECONDS)
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(seen.getCount()).isZero();
    }

    @Test
    void anUncaughtExceptionShowsInTheCellThatStartedTheThread() throws Exception {
        kernel.cells.cell("thread", () -> {
            Thread thread = new Thread(
                    () -> {
                        throw new IllegalStateException("in the background");
                    },
                    "worker");
            thread.start();
            thread.join();
            return NOTHING;
        });
        assertThat(kernel.run("thread").stream("stderr"))
                .isEqualTo("Exception in thread \"worker\"\nIllegalStateException: in the background\n");
    }

    @Test
    void printingGoesOnInAThreadThatIsInterrupted() throws Exception {
        kernel.cells.cell("interrupted", () -> {
            Thread.currentThread().interrupt();
            for (int i = 0; i < 1_000; i++) {
                System.out.println("x".repeat(1_000));
            }
            return NOTHING;
        });
        assertThat(kernel.run("interrupted").stream("stdout")).hasSize(1_001_000);
        assertThat(kernel.run("1").status()).isEqualTo("ok");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

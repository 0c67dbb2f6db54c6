package jacobi.kernel;

import static jacobi.kernel.ScriptedEvaluator.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Channel;
import jacobi.wire.Execution;
import jacobi.wire.Message;
import jacobi.wire.content.CommInfoRequest;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.KernelInfoRequest;
import jacobi.wire.content.ShutdownRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ExecutionTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void aValueIsShownBetweenBusyAndIdle() throws Exception {
        Outcome cell = kernel.run("42");
        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.types()).containsExactly("status", "execute_input", "execute_result", "status");
        assertThat(cell.output("execute_result").at("/data/text~1plain").asText())
                .isEqualTo("42");
        assertThat(cell.output("execute_result").path("execution_count").asInt())
                .isEqualTo(1);
        assertThat(cell.outputs().get(0).content().path("execution_state").asText())
                .isEqualTo("busy");
    }

    @Test
    void outAndErrKeepTheirOrder() throws Exception {
        kernel.cells.cell("mixed", () -> {
            System.out.print("a");
            System.out.print("b");
            System.err.print("c");
            System.out.print("d");
            return NOTHING;
        });
        Outcome cell = kernel.run("mixed");
        assertThat(cell.outputs().stream().filter(m -> m.type().equals("stream")))
                .extracting(
                        m -> m.content().path("name").asText(),
                        m -> m.content().path("text").asText())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("stdout", "ab"),
                        org.assertj.core.groups.Tuple.tuple("stderr", "c"),
                        org.assertj.core.groups.Tuple.tuple("stdout", "d"));
    }

    @Test
    void anErrorIsInTheReplyAndOnThePage() throws Exception {
        kernel.cells.cell("bad", () -> {
            throw new ArithmeticException("/ by zero");
        });
        Outcome cell = kernel.run("bad");
        assertThat(cell.status()).isEqualTo("error");
        assertThat(cell.reply().content().path("ename").asText()).isEqualTo("ArithmeticException");
        assertThat(cell.reply().content().path("evalue").asText()).isEqualTo("/ by zero");
        assertThat(cell.reply().content().path("traceback")).hasSize(1);
        assertThat(cell.output("error").path("ename").asText()).isEqualTo("ArithmeticException");
        assertThat(cell.output("error").path("traceback"))
                .isEqualTo(cell.reply().content().path("traceback"));
    }

    @Test
    void aSilentCellShowsNothingAndCountsNothing() throws Exception {
        kernel.cells.cell("loud", () -> {
            System.out.println("heard");
            return 7;
        });
        Outcome silent = kernel.run(new ExecuteRequest("loud", true, true, Map.of("x", "1"), false, true));
        assertThat(silent.types()).containsExactly("status", "status");
        assertThat(silent.reply()
                        .content()
                        .at("/user_expressions/x/data/text~1plain")
                        .asText())
                .isEqualTo("1");
        assertThat(silent.reply().content().path("execution_count").asInt()).isZero();
        assertThat(kernel.run("1").reply().content().path("execution_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void aCellThatIsNotStoredDoesNotCount() throws Exception {
        kernel.run("1");
        Outcome passing = kernel.run(new ExecuteRequest("2", false, false, Map.of(), false, true));
        assertThat(passing.output("execute_result").path("execution_count").asInt())
                .isEqualTo(1);
        assertThat(kernel.cells.latestCell).isZero();
        kernel.run("3");
        assertThat(kernel.cells.latestCell).isEqualTo(2);
    }

    @Test
    void userExpressionsAreEvaluatedOneByOne() throws Exception {
        kernel.cells.cell("boom", () -> {
            throw new IllegalStateException("no");
        });
        Outcome cell =
                kernel.run(new ExecuteRequest("1", false, true, Map.of("good", "a + b", "bad", "boom"), false, true));
        assertThat(cell.status()).isEqualTo("ok");
        assertThat(cell.reply().content().at("/user_expressions/good/status").asText())
                .isEqualTo("ok");
        assertThat(cell.reply()
                        .content()
                        .at("/user_expressions/good/data/text~1plain")
                        .asText())
                .isEqualTo("a + b");
        assertThat(cell.reply().content().at("/user_expressions/bad/ename").asText())
                .isEqualTo("IllegalStateException");
    }

    @Test
    void cellsQueuedBehindAnErrorAreAbortedAndTheNextRuns() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        kernel.cells.cell("fails when the queue is full", () -> {
            queued.await();
            // What the client has sent is still on its way through the network.
            Thread.sleep(200);
            throw new IllegalStateException("stop");
        });
        List<Execution> behind = new ArrayList<>();
        Execution failing = kernel.client.execute(ExecuteRequest.of("fails when the queue is full"), m -> {});
        for (int i = 0; i < 20; i++) {
            behind.add(kernel.client.execute(ExecuteRequest.of("never " + i), m -> {}));
        }
        queued.countDown();
        assertThat(RunningKernel.status(failing)).isEqualTo("error");
        for (Execution cell : behind) {
            JsonNode reply = cell.done().get(120, TimeUnit.SECONDS).content();
            assertThat(reply.path("status").asText()).isEqualTo("aborted");
            assertThat(reply.has("execution_count"))
                    .as("a number, which pages would write beside a cell that never ran")
                    .isFalse();
        }
        assertThat(kernel.run("after").status()).isEqualTo("ok");
    }

    @Test
    void aCellSentOnTheAnswerToAnErrorRuns() throws Exception {
        kernel.cells.cell("bad", () -> {
            throw new IllegalStateException("stop");
        });
        for (int i = 0; i < 200; i++) {
            // On the client's own thread, the very moment the answer is there.
            Message reply = kernel.client
                    .execute(ExecuteRequest.of("bad"), m -> {})
                    .done()
                    .thenCompose(failed -> kernel.client
                            .execute(ExecuteRequest.of("next"), m -> {})
                            .done())
                    .get(120, TimeUnit.SECONDS);
            assertThat(reply.content().path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void withoutStopOnErrorTheQueueRunsOn() throws Exception {
        kernel.cells.cell("bad", () -> {
            throw new IllegalStateException("go on");
        });
        Execution bad = kernel.client.execute(new ExecuteRequest("bad", false, true, null, false, false), m -> {});
        Execution next = kernel.client.execute(ExecuteRequest.of("next"), m -> {});
        assertThat(RunningKernel.status(bad)).isEqualTo("error");
        assertThat(RunningKernel.status(next)).isEqualTo("ok");
    }

    @Test
    void anInterruptAndKernelInfoAreAnsweredWhileACellRuns() throws Exception {
        kernel.cells.cell("sleep", () -> {
            Thread.sleep(60_000);
            return 1;
        });
        Execution cell = kernel.client.execute(ExecuteRequest.of("sleep"), m -> {});
        kernel.awaitPublished(cell.request(), "sleep");
        Thread.sleep(50);
        assertThat(kernel.ask(Channel.CONTROL, new KernelInfoRequest())
                        .path("protocol_version")
                        .asText())
                .isEqualTo("5.5");
        assertThat(kernel.client
                        .interrupt()
                        .get(120, TimeUnit.SECONDS)
                        .content()
                        .path("status")
                        .asText())
                .isEqualTo("ok");
        assertThat(RunningKernel.ename(cell)).isEqualTo("KeyboardInterrupt");
        assertThat(kernel.run("next").status()).isEqualTo("ok");
    }

    @Test
    void anErrorInToStringIsTheCells() throws Exception {
        kernel.cells.cell("unprintable", () -> new Object() {
            @Override
            public String toString() {
                throw new UnsupportedOperationException("no words");
            }
        });
        Outcome cell = kernel.run("unprintable");
        assertThat(cell.reply().content().path("ename").asText()).isEqualTo("UnsupportedOperationException");
        assertThat(kernel.run("1").status()).isEqualTo("ok");
    }

    @Test
    void anEndlessTextIsShortened() throws Exception {
        kernel.cells.cell("long", () -> "x".repeat(5_000_000));
        String shown = kernel.run("long")
                .output("execute_result")
                .at("/data/text~1plain")
                .asText();
        assertThat(shown).hasSizeLessThan(300_000).contains("4800000 characters left out");
    }

    @Test
    void aQuestionMarkOpensThePager() throws Exception {
        Outcome cell = kernel.run("Math.abs??");
        assertThat(cell.reply().content().at("/payload/0/source").asText()).isEqualTo("page");
        assertThat(cell.reply().content().at("/payload/0/data/text~1plain").asText())
                .isEqualTo("class Math, detail 1 at 8");
        assertThat(kernel.run("?nothing").stream("stdout")).isEqualTo("Object `nothing` not found.\n");
        assertThat(kernel.run("a ? b : c").reply().content().path("payload")).isEmpty();
    }

    @Test
    void theReplyToShutdownComesBeforeTheEnd() throws Exception {
        assertThat(kernel.ask(Channel.CONTROL, new ShutdownRequest(true))
                        .path("restart")
                        .asBoolean())
                .isTrue();
        assertThat(kernel.ask(new CommInfoRequest(null)).path("status").asText())
                .isEqualTo("ok");
    }
}

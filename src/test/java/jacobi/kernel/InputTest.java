package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.display.Inputs;
import jacobi.kernel.RunningKernel.Outcome;
import jacobi.wire.Execution;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.InputRequest;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class InputTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.started();

    @Test
    void inputAsksUnderItsPrompt() throws Exception {
        kernel.client.onInput(request -> request.prompt() + (request.password() ? "secret" : "Zoë"));
        kernel.cells.cell("ask", () -> Inputs.input("name: ") + ", " + Inputs.password("word: "));
        assertThat(value(kernel.run(asking("ask")))).isEqualTo("name: Zoë, word: secret");
    }

    @Test
    void standardInputIsReadLineByLine() throws Exception {
        String[] lines = {"3 4", "über 😀", ""};
        int[] next = {0};
        kernel.client.onInput(request -> lines[next[0]++]);
        kernel.cells.cell("scan", () -> {
            Scanner scanner = new Scanner(System.in);
            int sum = scanner.nextInt() + scanner.nextInt();
            scanner.nextLine();
            return sum + scanner.nextLine() + "[" + scanner.nextLine() + "]";
        });
        assertThat(value(kernel.run(asking("scan")))).isEqualTo("7über 😀[]");
    }

    @Test
    void whatWasPrintedBeforeIsShownBeforeTheQuestion() throws Exception {
        StringBuffer order = new StringBuffer();
        kernel.client.onInput(request -> {
            order.append("asked");
            return "";
        });
        kernel.client.watch(m -> {
            if (m.type().equals("stream")) {
                order.append("printed ");
            }
        });
        kernel.cells.cell("print and ask", () -> {
            System.out.print("Your name? ");
            return Inputs.input();
        });
        Outcome cell = kernel.run(asking("print and ask"));
        assertThat(cell.types()).containsSubsequence("stream", "execute_result");
        assertThat(order.toString()).contains("printed", "asked");
    }

    @Test
    void withoutSomeoneToAskItIsAClearError() throws Exception {
        kernel.cells.cell("ask", () -> Inputs.input("? "));
        kernel.cells.cell("read", () -> System.in.read());
        for (String source : new String[] {"ask", "read"}) {
            Outcome cell = kernel.run(source);
            assertThat(cell.reply().content().path("ename").asText())
                    .isEqualTo(source.equals("ask") ? "InputUnavailableException" : "IOException");
            assertThat(cell.reply().content().path("evalue").asText()).contains("allow_stdin is false");
        }
    }

    @Test
    void aScannerThatMetTheEndOfInputSaysSoAgain() throws Exception {
        kernel.client.onInput(request -> "4");
        Scanner[] scanner = new Scanner[1];
        kernel.cells.cell("open", () -> (scanner[0] = new Scanner(System.in)).nextInt());
        kernel.cells.cell("word", () -> scanner[0].next());
        kernel.cells.cell("line", () -> scanner[0].nextLine());
        assertThat(value(kernel.run(asking("open")))).isEqualTo("4");
        for (String source : new String[] {"word", "word", "line", "line"}) {
            Outcome cell = kernel.run(source);
            assertThat(cell.reply().content().path("ename").asText()).isEqualTo("NoSuchElementException");
        }
    }

    @Test
    void anInterruptEndsTheWaitAndALateAnswerIsNotTheNextCells() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        kernel.client.onInput(request -> answer(request, asked, interrupted));
        kernel.cells.cell("ask", () -> Inputs.input("first"));
        kernel.cells.cell("ask again", () -> Inputs.input("second"));

        Execution cell = kernel.client.execute(asking("ask"), m -> {});
        assertThat(asked.await(120, TimeUnit.SECONDS)).isTrue();
        kernel.client.interrupt().get(120, TimeUnit.SECONDS);
        assertThat(RunningKernel.status(cell)).isEqualTo("error");
        interrupted.countDown();
        Thread.sleep(100);
        assertThat(value(kernel.run(asking("ask again")))).isEqualTo("answer to second");
    }

    private static String answer(InputRequest request, CountDownLatch asked, CountDownLatch interrupted) {
        if (request.prompt().equals("first")) {
            asked.countDown();
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return "answer to " + request.prompt();
    }

    private static ExecuteRequest asking(String source) {
        return new ExecuteRequest(source, false, true, Map.of(), true, true);
    }

    private static String value(Outcome cell) {
        return cell.output("execute_result").at("/data/text~1plain").asText();
    }
}

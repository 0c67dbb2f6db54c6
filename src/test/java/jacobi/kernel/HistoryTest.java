package jacobi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jacobi.wire.FaultLog;
import jacobi.wire.content.ExecuteRequest;
import jacobi.wire.content.HistoryRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
@Tag("slow")
class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void cellsAreRememberedAcrossSessions() throws Exception {
        try (RunningKernel first = new RunningKernel(folder)) {
            first.run("int a = 1");
            first.run("a * 2");
            first.run(new ExecuteRequest("hidden", true, false, null, false, true));
        }
        // A kernel killed in the middle of a line loses that line only.
        Path file = folder.resolve("cells.jsonl");
        Files.writeString(file, "{\"session\":1,\"li", StandardOpenOption.APPEND);

        try (RunningKernel second = new RunningKernel(folder)) {
            second.run("a * 2");
            assertThat(rows(second, tail(2, false))).containsExactly("1:2:a * 2", "2:1:a * 2");
            assertThat(rows(second, tail(10, false))).containsExactly("1:1:int a = 1", "1:2:a * 2", "2:1:a * 2");
            assertThat(rows(second, range(0, 1, 2))).containsExactly("0:1:a * 2");
            assertThat(rows(second, range(-1, 2, 3))).containsExactly("1:2:a * 2");
            assertThat(rows(second, range(1, 0, null))).hasSize(2);
            assertThat(rows(second, search("a*", 10, false))).containsExactly("1:2:a * 2", "2:1:a * 2");
            assertThat(rows(second, search("a*", 10, true))).containsExactly("2:1:a * 2");
            assertThat(rows(second, search("*int ? =*", 10, true))).containsExactly("1:1:int a = 1");
            JsonNode withOutput = second.ask(tail(1, true)).at("/history/0/2");
            assertThat(withOutput.get(0).asText()).isEqualTo("a * 2");
            assertThat(withOutput.get(1).asText()).isEqualTo("a * 2");
        }
    }

    /** A console asks for the last thousand cells before its first prompt, with any number of sessions stored. */
    @Test
    void theCellsOfAThousandSessionsAreInOneFile() throws Exception {
        FaultLog faults = new FaultLog("test");
        for (int session = 1; session <= 1_000; session++) {
            new HistoryFolder(folder, faults).store(new History.Cell(0, 1, "cell of " + session, "π\n" + session));
        }
        assertThat(Files.list(folder)).hasSizeLessThan(30);
        try (RunningKernel kernel = new RunningKernel(folder)) {
            List<String> all = rows(kernel, tail(1_000, false));
            assertThat(all).hasSize(1_000).startsWith("1:1:cell of 1").endsWith("1000:1:cell of 1000");
            assertThat(rows(kernel, tail(2, false))).containsExactly("999:1:cell of 999", "1000:1:cell of 1000");
            assertThat(kernel.ask(tail(1, true)).at("/history/0/2/1").asText()).isEqualTo("π\n1000");
            kernel.run("here");
            assertThat(rows(kernel, tail(2, false))).containsExactly("1000:1:cell of 1000", "1001:1:here");
        }
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsLostAlone() throws Exception {
        FaultLog faults = new FaultLog("test");
        new HistoryFolder(folder, faults).store(new History.Cell(0, 1, "first", null));
        Path file = folder.resolve("cells.jsonl");
        Files.writeString(file, "{\"session\":1,\"line\":2,\"source\":\"lo", StandardOpenOption.APPEND);
        new HistoryFolder(folder, faults).store(new History.Cell(0, 1, "second", null));
        new HistoryFolder(folder, faults).store(new History.Cell(0, 1, "third", null));
        for (int atMost : new int[] {2, 3, 100}) {
            assertThat(new HistoryFolder(folder, faults).earlier(atMost))
                    .extracting(History.Cell::source)
                    .isEqualTo(atMost == 2 ? List.of("second", "third") : List.of("first", "second", "third"));
        }
    }

    @Test
    void fullFilesArePutAsideAndTheOldestDeleted() throws Exception {
        FaultLog faults = new FaultLog("test");
        String large = "x".repeat(900_000);
        for (int session = 1; session <= 40; session++) {
            new HistoryFolder(folder, faults).store(new History.Cell(0, 1, session + large, null));
        }
        assertThat(Files.list(folder)
                        .filter(file -> file.getFileName().toString().startsWith("cells"))
                        .toList())
                .hasSize(4);
        assertThat(new HistoryFolder(folder, faults).earlier(18))
                .extracting(History.Cell::session)
                .containsExactlyElementsOf(IntStream.rangeClosed(23, 40).boxed().toList());
    }

    @Test
    void aCellOfMegabytesIsNotReadAgainByEverySession() throws Exception {
        try (RunningKernel first = new RunningKernel(folder)) {
            first.run("small");
            first.run("//" + "x".repeat(1_000_000));
            assertThat(rows(first, range(0, 2, 3))).as("in its own session").hasSize(1);
        }
        try (RunningKernel second = new RunningKernel(folder)) {
            assertThat(rows(second, tail(10, false))).containsExactly("1:1:small");
        }
    }

    @Test
    void withoutAFolderNothingOutlivesTheSession() throws Exception {
        try (RunningKernel kernel = new RunningKernel()) {
            kernel.run("1");
            assertThat(rows(kernel, tail(10, false))).containsExactly("1:1:1");
        }
        try (RunningKernel kernel = new RunningKernel()) {
            assertThat(rows(kernel, tail(10, false))).isEmpty();
        }
    }

    @Test
    void kernelsThatStartTogetherTakeNumbersOfTheirOwn() {
        FaultLog faults = new FaultLog("test");
        Set<Integer> sessions = new HashSet<>(IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> {
                    HistoryFolder mine = new HistoryFolder(folder, faults);
                    mine.store(new History.Cell(0, 1, "cell of " + i, null));
                    return mine.session();
                })
                .toList());
        assertThat(sessions).hasSize(32);
        assertThat(new HistoryFolder(folder, faults).earlier(100))
                .extracting(History.Cell::session)
                .doesNotHaveDuplicates()
                .hasSize(32)
                .isSorted();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNoCell() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");
        try (RunningKernel kernel = new RunningKernel(blocked)) {
            assertThat(kernel.run("1").status()).isEqualTo("ok");
            assertThat(rows(kernel, tail(10, false))).containsExactly("1:1:1");
        }
    }

    private static List<String> rows(RunningKernel kernel, HistoryRequest request) throws Exception {
        JsonNode reply = kernel.ask(request);
        assertThat(reply.path("status").asText()).isEqualTo("ok");
        List<String> rows = new ArrayList<>();
        reply.path("history")
                .forEach(row -> rows.add(row.get(0).asInt() + ":" + row.get(1).asInt() + ":"
                        + row.get(2).asText()));
        return rows;
    }

    private static HistoryRequest tail(int n, boolean output) {
        return new HistoryRequest(output, true, "tail", null, null, null, n, null, false);
    }

    private static HistoryRequest range(int session, int start, Integer stop) {
        return new HistoryRequest(false, true, "range", session, start, stop, null, null, false);
    }

    private static HistoryRequest search(String pattern, int n, boolean unique) {
        return new HistoryRequest(false, true, "search", null, null, null, n, pattern, unique);
    }
}

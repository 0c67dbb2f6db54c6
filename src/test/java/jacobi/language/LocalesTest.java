package jacobi.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * No locale changes a meaning: the tests of errors and of what is printed pass in a virtual machine that starts
 * elsewhere in the world.
 */
@Tag("soak")
class LocalesTest {
    private static final List<String> TESTS = List.of(
            "jacobi.repl.CompileErrorsTest",
            "jacobi.repl.PythonReadersTest",
            "jacobi.repl.MagicsTest",
            "jacobi.notation.ErrorTest",
            "jacobi.notation.NotationTest",
            "jacobi.tensor.PrintingTest",
            "jacobi.frame.PandasTest",
            "jacobi.frame.ReadCsvTest",
            "jacobi.probability.JointTest",
            "jacobi.plot.DrawingTest",
            "jacobi.plot.GoldenTest",
            "jacobi.exercise.AttemptsTest");

    @Test
    void errorsAndPrintsAreTheSameInChina() throws Exception {
        assertThat(run("zh CN GB18030", TESTS)).endsWith("all passed\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh CN UTF-8",
                "ja JP UTF-8",
                "de DE UTF-8",
                "tr TR UTF-8",
                "ar EG UTF-8",
                "en US US-ASCII",
            })
    void errorsAndPrintsAreTheSameElsewhere(String place) throws Exception {
        assertThat(run(place, place.startsWith("tr") ? with("jacobi.repl.CorpusTest") : TESTS))
                .as(place)
                .endsWith("all passed\n");
    }

    private static List<String> with(String test) {
        return Stream.concat(TESTS.stream(), Stream.of(test)).toList();
    }

    private static String run(String place, List<String> tests) throws IOException, InterruptedException {
        String[] words = place.split(" ");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.language=" + words[0],
                "-Duser.country=" + words[1],
                "-Dfile.encoding=" + words[2],
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LocalesTest.class.getName()));
        command.addAll(tests);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JACOBI_LANG", "en");
        Process child = builder.start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        return output;
    }

    /** In the other virtual machine: runs test classes and prints what failed. */
    public static void main(String[] tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(DiscoverySelectors::selectClass).toList())
                .build();
        List<String> failures = new ArrayList<>();
        int[] count = {0};
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                count[0] += test.isTest() ? 1 : 0;
                result.getThrowable()
                        .ifPresent(thrown ->
                                failures.add(test.getUniqueId() + " " + test.getDisplayName() + "\n" + thrown));
            }
        });
        failures.forEach(System.out::println);
        System.out.println(count[0] + " tests");
        System.out.println(failures.isEmpty() && count[0] > 100 ? "all passed" : failures.size() + " failed");
        System.exit(0);
    }
}

package jacobi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelCommandTest {
    @ParameterizedTest
    @CsvSource({
        "kernel file, true",
        "kernel file --no-history, true",
        "kernel --no-history file, false",
        "kernel --help, false",
        "kernel @file, false",
        "kernel file --other, false",
        "kernel, false",
        "run file, false"
    })
    void onlyWhatStartsAKernelForOthersGoesAroundTheCommandLine(String arguments, boolean around) {
        assertThat(KernelCommand.asStarted(arguments.split(" "), () -> null).isPresent())
                .isEqualTo(around);
    }

    @Test
    void aRunnersCellsAreNotRememberedAndItsKernelStartsAsQuicklyAsAny() {
        List<String> argv = OwnKernel.ofThisProcess().spec().argv();
        assertThat(argv).endsWith("kernel", "{connection_file}", "--no-history");
        String[] arguments = argv.subList(argv.size() - 3, argv.size()).toArray(String[]::new);
        assertThat(KernelCommand.asStarted(arguments, () -> null)).isPresent();
    }
}

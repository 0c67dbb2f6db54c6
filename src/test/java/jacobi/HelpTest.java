package jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.HelpBundle;
import jacobi.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --help} of each command, in each language. */
class HelpTest {
    private Language before;

    @BeforeEach
    void keepTheLanguage() {
        before = Language.current();
    }

    @AfterEach
    void giveTheLanguageBack() {
        Language.use(before);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void inChineseNoEnglishSentenceIsLeft(String command) {
        String help = help("zh", command);
        assertThat(help).contains("用法：", "显示这份帮助并退出。").doesNotContain("Usage", "Commands:", "Exit codes:");
        // What stays are words of the command line: options, labels, names of files and programs.
        assertThat(help.lines().filter(line -> line.matches(".*\\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\\b.*")))
                .allMatch(line -> line.startsWith("用法：") || line.contains("jupyter kernelspec list"));
        help("en", command)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z][a-z]+ .*\\."))
                .forEach(line -> assertThat(help).doesNotContain(line));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndOptionIsDescribed(String command) {
        for (String language : List.of("en", "zh")) {
            Language.use(Language.of(language).orElseThrow());
            CommandSpec spec = line(command).getCommandSpec();
            assertThat(spec.usageMessage().description()).as(command).isNotEmpty();
            Stream<ArgSpec> arguments = spec.args().stream();
            assertThat(arguments)
                    .as(language + " " + command)
                    .allSatisfy(argument -> assertThat(argument.description())
                            .as(argument.paramLabel())
                            .isNotEmpty());
        }
        assertThat(help("en", command)).contains("Usage: ", "Show this help message and exit.");
    }

    @Test
    void everyTextOfHelpBelongsToACommandThereIs() {
        Set<String> known = new HashSet<>(List.of("mixinStandardHelpOptions.help", "mixinStandardHelpOptions.version"));
        all(Main.commandLine())
                .map(CommandLine::getCommandSpec)
                .forEach(spec -> spec.args().forEach(argument -> {
                    String name = argument.isOption()
                            ? ((CommandLine.Model.OptionSpec) argument)
                                    .longestName()
                                    .substring(2)
                            : argument.descriptionKey();
                    known.add(name);
                    known.add(spec.qualifiedName(".") + "." + name);
                }));
        all(Main.commandLine())
                .forEach(command -> known.add(command.getCommandSpec().qualifiedName(".")));
        Set<String> unused = new TreeSet<>(new HelpBundle().keySet());
        unused.removeIf(key -> known.contains(key)
                || key.startsWith("usage.")
                || known.contains(key.replaceFirst("\\.usage\\..*", "")));
        assertThat(unused).isEmpty();
    }

    @Test
    void theListOfCommandsHasALineForEach() {
        assertThat(help("en", "jacobi").lines())
                .contains("  run        Run notebooks, each in a fresh kernel, and save them with their")
                .noneMatch(line -> line.contains("Exit codes:") || line.contains("skip-execution"));
    }

    @Test
    void anExitCodeIsToldInChinese() {
        assertThat(help("zh", "jacobi run")).contains("退出码：", "有内核意外退出或无法启动。", "（默认没有限制）", "（50；");
    }

    static List<String> commands() {
        return all(Main.commandLine())
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .map(command -> command.getCommandSpec().qualifiedName())
                .toList();
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    private static CommandLine line(String command) {
        return all(Main.commandLine())
                .filter(one -> one.getCommandSpec().qualifiedName().equals(command))
                .findFirst()
                .orElseThrow();
    }

    private static String help(String language, String command) {
        Language.use(Language.of(language).orElseThrow());
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true));
        List<String> words = new ArrayList<>(List.of(command.split(" ")).subList(1, command.split(" ").length));
        words.add("--help");
        assertThat(commands.execute(words.toArray(String[]::new))).isZero();
        return out.toString();
    }
}

package jacobi;

import static jacobi.language.Say.say;

import jacobi.repl.engine.Settings;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the environment's variables ask of a session: those of Jacobi, and those that IJava, JJava and Rapaio's kernel
 * have for the same.
 */
final class Environment {
    private final Map<String, String> variables;
    private final List<String> complaints = new ArrayList<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    static Settings settings(Map<String, String> variables) {
        return new Environment(variables).settings();
    }

    private Settings settings() {
        List<String> classPath = paths("JACOBI_CLASSPATH", "IJAVA_CLASSPATH", "JJAVA_CLASSPATH", "RJK_CLASSPATH");
        List<String> files =
                paths("JACOBI_STARTUP", "IJAVA_STARTUP_SCRIPTS_PATH", "JJAVA_STARTUP_SCRIPTS_PATH", "RJK_INIT_SCRIPT");
        List<String> code = set("IJAVA_STARTUP_SCRIPT", "JJAVA_STARTUP_SCRIPT").toList();
        Duration limit = set("JACOBI_TIMEOUT", "IJAVA_TIMEOUT", "JJAVA_TIMEOUT", "RJK_TIMEOUT_MILLIS")
                .findFirst()
                .map(this::time)
                .orElse(Duration.ZERO);
        return new Settings(classPath, files, code, compilerOptions(), limit, complaints);
    }

    /** The options for javac. */
    static List<String> compilerOptions(Map<String, String> variables) {
        return new Environment(variables).compilerOptions();
    }

    private List<String> compilerOptions() {
        return set("JACOBI_COMPILER_OPTS", "IJAVA_COMPILER_OPTS", "JJAVA_COMPILER_OPTS", "RJK_COMPILER_OPTIONS")
                .flatMap(line -> words(line).stream())
                .toList();
    }

    private Stream<String> set(String... names) {
        return Stream.of(names).map(variables::get).filter(value -> value != null && !value.isBlank());
    }

    private List<String> paths(String... names) {
        return set(names)
                .flatMap(value -> Stream.of(value.split(Pattern.quote(File.pathSeparator))))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** As IJava reads it: milliseconds, or a number with a unit as {@code 30 SECONDS}; less than 1 is no limit. */
    private Duration time(String text) {
        Matcher found = Pattern.compile("(-?\\d+)\\s*([A-Za-z]*)").matcher(text.strip());
        try {
            if (found.matches()) {
                String unit = found.group(2).toUpperCase(Locale.ROOT);
                long number = Long.parseLong(found.group(1));
                return number < 1
                        ? Duration.ZERO
                        : Duration.of(
                                number,
                                (unit.isEmpty() ? TimeUnit.MILLISECONDS : TimeUnit.valueOf(unit)).toChronoUnit());
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        complaints.add(say("kernel.environment.time-limit", "found", text));
        return Duration.ZERO;
    }

    /** The words of a line, of which quotes hold some together. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+").matcher(line);
        while (word.find()) {
            words.add(word.group().replaceAll("[\"']", ""));
        }
        return words;
    }
}

package jacobi.repl.engine;

import jacobi.repl.magic.StartUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session is given before its first cell.
 *
 * @param classPath jars, patterns of jars and folders of classes that cells may use
 * @param files that are loaded
 * @param code that is run
 * @param compilerOptions more options of javac's
 * @param timeLimit the longest a cell may run; zero for no limit
 * @param complaints what was wrong with the settings, a sentence each, to be told with the first cell
 */
public record Settings(
        List<String> classPath,
        List<String> files,
        List<String> code,
        List<String> compilerOptions,
        Duration timeLimit,
        List<String> complaints) {
    /** No wishes. */
    public static final Settings NONE =
            new Settings(List.of(), List.of(), List.of(), List.of(), Duration.ZERO, List.of());

    public Settings {
        classPath = List.copyOf(classPath);
        files = List.copyOf(files);
        code = List.copyOf(code);
        compilerOptions = List.copyOf(compilerOptions);
        complaints = List.copyOf(complaints);
    }

    /** @param more complaints to tell with the others */
    StartUp startUp(List<String> more) {
        List<String> all = new ArrayList<>(complaints);
        all.addAll(more);
        return new StartUp(classPath, files, code, all);
    }
}

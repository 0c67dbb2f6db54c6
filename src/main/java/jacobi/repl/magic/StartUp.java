package jacobi.repl.magic;

import java.util.List;

/**
 * What is done before the first cell.
 *
 * @param classPath jars, patterns of jars and folders of classes to add
 * @param files to load, or patterns of them
 * @param code to run
 * @param complaints to tell
 */
public record StartUp(List<String> classPath, List<String> files, List<String> code, List<String> complaints) {
    /** Nothing. */
    public static final StartUp NONE = new StartUp(List.of(), List.of(), List.of(), List.of());
}

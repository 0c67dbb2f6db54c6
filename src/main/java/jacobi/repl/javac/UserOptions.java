package jacobi.repl.javac;

import static jacobi.language.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;

/** Options of javac's that the environment asks for, without those that cells cannot have. */
final class UserOptions {
    /** Where class files go, what they are made for and what is printed is this engine's to say. */
    private static final Set<String> NOT_FOR_CELLS = Set.of(
            "-d",
            "-h",
            "-s",
            "-cp",
            "-classpath",
            "--class-path",
            "--release",
            "-target",
            "--target",
            "-source",
            "--source",
            "-Werror",
            "-verbose",
            "-help",
            "--help",
            "-version",
            "--version",
            "-implicit");

    private UserOptions() {}

    /** Those of the options that cells can be compiled with; what is wrong with others is added to the complaints. */
    static List<String> of(JavaCompiler compiler, List<String> wanted, List<String> complaints) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String option = wanted.get(i);
            String name = option.replaceFirst("[=:].*", "");
            int values = option.contains("=") ? 0 : compiler.isSupportedOption(option);
            boolean known = option.contains("=") ? compiler.isSupportedOption(name) >= 0 : values >= 0;
            List<String> whole = wanted.subList(i, Math.min(wanted.size(), i + 1 + Math.max(0, values)));
            i += Math.max(0, values);
            if (option.equals("--enable-preview")) {
                // Follows from the Java that runs the cells.
                continue;
            }
            if (!known || NOT_FOR_CELLS.contains(name) || whole.size() <= values) {
                complaints.add(
                        known
                                ? say("javac.userOptions.compiler-option-not-cells", "whole", String.join(" ", whole))
                                : say(
                                        "javac.userOptions.compiler-option-unknown-java",
                                        "whole",
                                        String.join(" ", whole)));
            } else {
                kept.addAll(whole);
            }
        }
        return kept;
    }
}

package jacobi.repl.failure;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What was probably meant by a name nobody knows. */
public final class Nearest {
    private static final List<String> PACKAGES = List.of(
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.util.concurrent",
            "java.util.regex",
            "java.io",
            "java.nio.file",
            "java.time",
            "java.math",
            "java.text",
            "java.net",
            "java.nio.charset");
    private static final List<String> COMMON = List.of(
            "String",
            "System",
            "Math",
            "Integer",
            "Double",
            "Boolean",
            "Long",
            "Object",
            "Character",
            "Thread",
            "boolean",
            "double",
            "int",
            "ArrayList",
            "HashMap",
            "HashSet",
            "List",
            "Map",
            "Set",
            "Arrays",
            "Collections",
            "Random",
            "Scanner",
            "StringBuilder",
            "Runnable",
            "Function",
            "Stream",
            "Exception",
            "RuntimeException",
            "IllegalArgumentException",
            "long",
            "float",
            "char",
            "var",
            "null",
            "true",
            "false");

    private Nearest() {}

    /** The known name that differs in case only, or by a slip of a letter or two; or null. */
    static String of(String name, Collection<String> known) {
        return nearest(name, List.of(known, COMMON));
    }

    /** The same among other names. */
    public static String among(String name, Collection<String> members) {
        return nearest(name, List.of(members));
    }

    private static String nearest(String name, List<Collection<String>> sources) {
        String best = null;
        int least = name.length() < 4 ? 2 : 3;
        for (Collection<String> names : sources) {
            for (String candidate : names) {
                if (candidate.equalsIgnoreCase(name) && !candidate.equals(name)) {
                    return candidate;
                }
                int distance =
                        Math.abs(candidate.length() - name.length()) >= least ? least : distance(name, candidate);
                if (distance > 0 && distance < least && distance * 2 < name.length() + 1) {
                    best = candidate;
                    least = distance;
                }
            }
        }
        return best;
    }

    /** Whether it is one of the functions that end a stream, which stand after {@code Collectors.}. */
    static boolean isCollector(String name) {
        return Arrays.stream(Collectors.class.getMethods())
                .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                        && method.getName().equals(name));
    }

    /** The package of the JDK that has such a class, or null. */
    static String packageOf(String type) {
        for (String home : PACKAGES) {
            try {
                Class.forName(home + "." + type, false, Nearest.class.getClassLoader());
                return home;
            } catch (ClassNotFoundException | LinkageError e) {
                // Not there; LinkageError is the answer of file systems that ignore case.
            }
        }
        return null;
    }

    /** Edits between two words, a swap of neighbours counting as one (Damerau and Levenshtein's distance). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

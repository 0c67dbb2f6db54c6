package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever order classes, methods, variables and imports are declared in, broken, mended and declared again: a session
 * comes to what compiling its last declarations afresh comes to.
 */
class HistoriesTest {
    /** A share small enough for every build; the rest runs with {@code -Psoak}. */
    private static final int FEW = 12;

    private static final int MANY = 3000;
    private static final int CELLS = 14;
    private static final List<String> TYPES = List.of("Ka", "Kb", "Kc", "Kd");
    private static final List<String> METHODS = List.of("ma", "mb", "mc");
    private static final List<String> VARIABLES = List.of("va", "vb");
    /** What a declaration may use: those that come later, so that no call is endless. */
    private static final List<String> ALL =
            List.of("Ka", "ma", "Kb", "mb", "Kc", "mc", "Kd", "va", "vb", "q", "c", "z");

    private static final List<String> IMPORTS =
            List.of("import java.util.regex.Pattern;", "import static java.lang.Math.cbrt;", "import java.util.zip.*;");

    private static final JavaEvaluator JAVA = new JavaEvaluator(Corpus.IMPORTS);
    private static final FreshCompile ORACLE = new FreshCompile();

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @Test
    @Tag("slow")
    void endAsWhenCompiledAfresh() {
        for (int seed = 0; seed < FEW; seed++) {
            new History(seed).play();
        }
    }

    @Test
    @Tag("soak")
    void endAsWhenCompiledAfreshInThousands() {
        for (int seed = FEW; seed < MANY; seed++) {
            new History(seed).play();
        }
    }

    /** One session. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final List<String> told = new ArrayList<>();
        private final Set<String> imports = new LinkedHashSet<>(Corpus.IMPORTS);
        private final Map<String, String> declared = new LinkedHashMap<>();
        private int version;
        private int number;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        void play() {
            JAVA.evaluate("%reset", 0);
            for (int i = 0; i < CELLS; i++) {
                cell();
            }
            probe();
        }

        private void cell() {
            if (random.nextInt(8) == 0) {
                String line = IMPORTS.get(random.nextInt(IMPORTS.size()));
                evaluate(line);
                imports.add(line);
                return;
            }
            Map<String, String> cell = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String name = ALL.get(random.nextInt(ALL.size() - 3));
                cell.remove(name);
                cell.put(name, declaration(name));
            }
            Map<String, String> after = new LinkedHashMap<>(declared);
            after.putAll(cell);
            if (evaluate(String.join("\n", cell.values())) instanceof Evaluation.Failure refused) {
                assertThat(ORACLE.compile(imports, after).compiled())
                        .as("refused: %s\n%s", refused.evalue(), this)
                        .doesNotContainSequence(cell.keySet());
            } else {
                declared.putAll(cell);
            }
        }

        private String declaration(String name) {
            String value = "\"" + name + "#" + ++version + "(\"";
            int from = ALL.indexOf(name) + 1;
            for (int i = random.nextInt(3); i > 0; i--) {
                value += " + " + use(ALL.get(from + random.nextInt(ALL.size() - from)));
            }
            value += " + \")\"";
            int form = random.nextInt(6);
            if (VARIABLES.contains(name)) {
                return form < 4 ? "int " + name + " = " + version + ";" : "String " + name + " = \"s" + version + "\";";
            }
            if (METHODS.contains(name)) {
                return form < 5
                        ? "String " + name + "() { return " + value + "; }"
                        : "int " + name + "() { return " + version + "; }";
            }
            String other = TYPES.get(TYPES.size() - 1);
            return switch (form) {
                case 0 -> "class " + name + " { }";
                case 1 -> "class " + name + " { static int v() { return " + version + "; } }";
                case 2 ->
                    name.equals(other)
                            ? "interface " + name + " { static String v() { return " + value + "; } }"
                            : "class " + name + " extends " + other + " { static String v() { return " + value + " + "
                                    + other + ".v(); } }";
                default ->
                    "class " + name + " { int va = 1; static String v() { return " + value + " + new " + name
                            + "().va; } }";
            };
        }

        private String use(String name) {
            return switch (name) {
                case "q" -> "Pattern.quote(\"q\")";
                case "c" -> "cbrt(27)";
                case "z" -> "new CRC32().getValue()";
                default ->
                    VARIABLES.contains(name)
                            ? random.nextBoolean() ? name : "(" + name + " - 1)"
                            : METHODS.contains(name) ? name + "()" : name + ".v()";
            };
        }

        private Evaluation evaluate(String source) {
            Evaluation evaluation = JAVA.evaluate(source, ++number);
            told.add(source + "  ->  " + (evaluation instanceof Evaluation.Failure no ? no.evalue() : "")
                    + (evaluation instanceof Evaluation.Value value ? value.value() : ""));
            return evaluation;
        }

        private void probe() {
            FreshCompile.Outcome afresh = ORACLE.compile(imports, declared);
            for (String name : ALL) {
                if (TYPES.contains(name) || METHODS.contains(name)) {
                    boolean type = TYPES.contains(name);
                    String expected = type ? afresh.call(name, "v") : afresh.call(null, name);
                    Evaluation found = evaluate(type ? name + ".v()" : name + "()");
                    String value = found instanceof Evaluation.Value shown ? String.valueOf(shown.value()) : null;
                    assertThat(value).as("%s in %s", name, this).isEqualTo(expected);
                }
            }
        }

        @Override
        public String toString() {
            return "history " + seed + ":\n" + String.join("\n", told);
        }
    }
}

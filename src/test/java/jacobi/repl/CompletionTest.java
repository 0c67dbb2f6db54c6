package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.repl.engine.JavaEvaluator;
import jacobi.repl.engine.Settings;
import jacobi.repl.magic.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand at the cursor, written here as a bar. */
@Tag("slow")
class CompletionTest {
    private static final JavaEvaluator JAVA = new JavaEvaluator(Corpus.IMPORTS);

    @BeforeAll
    static void declare() {
        JAVA.evaluate("""
            int count = 3;
            List<String> names = List.of("ann", "bob");
            class Point { int px; private int hidden; double norm() { return px; } }
            Point point = new Point();
            /** Half of it. */
            double half(double v) { return v / 2; }
            """, 1);
    }

    @AfterAll
    static void close() {
        JAVA.close();
    }

    private static Completions at(String marked) {
        return JAVA.complete(marked.replace("|", ""), marked.indexOf('|'));
    }

    private static List<String> texts(String marked) {
        return at(marked).matches().stream().map(Completions.Match::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cou|; count",
                "hal|; half",
                "Poi|; Point",
                "point.|; px",
                "point.no|; norm",
                "names.stream().map(s -> s.toUp|; toUpperCase",
                "names.stream().map(String::len|; length",
                "names.stream().filter(s -> { return s.isB|; isBlank",
                "new ArrayList<Map<String, Integer>>().get(0).ent|; entrySet",
                "Math.sq|; sqrt",
                "Map.Ent|; Entry",
                "ArrayL|; ArrayList",
                "for (int index = 0@ ind|; index",
                "int twice(int argument) { return arg|; argument",
                "int[] a = {1}@ a.len|; length",
                "if (count > 1) { names.forE|; forEach",
                "import java.ut|; util",
                "import java.util.conc|; concurrent",
                "import java.util.concurrent.CountD|; CountDownLatch",
                "java.time.Dur|; Duration",
                "%ti|; %timeit",
                "retu|; return",
                "names.get(0).sub|@\\nint other = 1@; substring",
            })
    void offers(String source, String expected) {
        assertThat(texts(source.replace('@', ';').replace("\\n", "\n"))).contains(expected);
    }

    /** What stands first is what is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "names.get(0).|; length",
                "names.stream().map(String::|; length",
                "new Poi|; Point",
                "List<Stri|; String",
                "class A implements Runna|; Runnable",
                "class B extends Point { int m() { return p|; px",
                "class C { int value@ C(int value) { this.|; value",
                "enum Hue { RED, GREEN } Hue hue = Hue.RED@ switch (hue) { case GR|; GREEN",
                "sealed interface S permits Q {} record Q() implements S {} S s = new Q()@ switch (s) { case |; Q",
                "%timeit names.get(0).toUp|; toUpperCase",
            })
    void offersFirst(String source, String expected) {
        assertThat(texts(source.replace('@', ';'))).startsWith(expected);
    }

    @Test
    void offersWhatArgumentsAreCalledInNotation() {
        try (JavaEvaluator java = new JavaEvaluator(List.of(
                "import jacobi.tensor.*;", "import static jacobi.tensor.Tensors.*;", "import jacobi.plot.*;"))) {
            java.evaluate("Tensor A = ones(3, 4); int plain(int axis) { return axis; }", 1);
            Function<String, List<String>> offered = source -> java.complete(source, source.length()).matches().stream()
                    .map(Completions.Match::text)
                    .toList();
            assertThat(offered.apply("A.sum(ax")).startsWith("axis=");
            assertThat(offered.apply("A.sum(")).containsSequence("dim=", "axis=", "keepdim=");
            assertThat(offered.apply("A.sum(d")).startsWith("dim=");
            assertThat(offered.apply("A.sum(dim=1, ")).contains("keepdim=").doesNotContain("dim=", "axis=");
            assertThat(offered.apply("A.flatten(")).contains("start_dim=", "end_dim=");
            assertThat(offered.apply("sum(")).contains("input=", "dim=");
            assertThat(offered.apply("A.sum(axis=1, ")).contains("keepdim=").doesNotContain("axis=");
            assertThat(offered.apply("A.reshape(")).containsExactly("shape=");
            assertThat(offered.apply("A.reshape(2, ")).contains("A").noneMatch(name -> name.endsWith("="));
            assertThat(offered.apply("(A @ A.T).reshape(")).containsExactly("shape=");
            assertThat(offered.apply("A[0].sum(ke")).startsWith("keepdim=");
            assertThat(offered.apply("tensor([1.0, 2], ")).contains("type=");
            assertThat(offered.apply("linspace(0, 1, ")).contains("steps=").doesNotContain("start=", "end=");
            assertThat(offered.apply("new Figure().title(A.sum(")).contains("axis=");
            assertThat(offered.apply("plain(a")).doesNotContain("axis=");
            assertThat(offered.apply("A.sum(1 + a")).doesNotContain("axis=");
            java.evaluate("%notation off", 2);
            assertThat(offered.apply("A.sum(ax")).doesNotContain("axis=");
        }
    }

    @Test
    void describesWhatStandsInNotation() {
        try (JavaEvaluator java =
                new JavaEvaluator(List.of("import jacobi.tensor.*;", "import static jacobi.tensor.Tensors.*;"))) {
            java.evaluate("Tensor A = ones(3, 4);", 1);
            assertThat(java.inspect("(A @ A.T).transpose(0, 1)", 12, 0).text())
                    .contains("transpose(int first, int second)");
            assertThat(java.inspect("A[1:3].sum()", 8, 0).text()).startsWith("Tensor Tensor.sum()");
            assertThat(java.inspect("A.sum(axis=1, keepdims=true)", 27, 0).text())
                    .contains("sum(int axis, boolean keepdim)");
        }
    }

    @Test
    void says_where_and_of_what_type() {
        Completions found = at("1 + cou|");
        assertThat(found.start()).isEqualTo(4);
        assertThat(found.end()).isEqualTo(7);
        assertThat(found.matches().get(0)).isEqualTo(new Completions.Match("count", "instance", "int = 3"));
        assertThat(at("names.sub|").matches())
                .contains(new Completions.Match(
                        "subList", "function", "(int arg0, int arg1) -> List<String>".replaceAll(" arg\\d", "")));
        assertThat(texts("point.|")).doesNotContain("hidden");
    }

    @Test
    void findsThePackagesOfAddedLibraries(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("org/added/inner"));
        Path source = Files.writeString(home.resolve("Bird.java"), "package org.added.inner; public class Bird {}");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        try (JavaEvaluator java = new JavaEvaluator(List.of())) {
            Function<String, List<String>> offered = line -> java.complete(line, line.length()).matches().stream()
                    .map(Completions.Match::text)
                    .toList();
            assertThat(offered.apply("import org.ad")).isEmpty();
            assertThat(java.evaluate("%classpath " + folder, 1)).isInstanceOf(Evaluation.Done.class);
            assertThat(offered.apply("import org.ad")).containsExactly("added");
            assertThat(offered.apply("import org.added.")).containsExactly("inner");
            assertThat(offered.apply("import org.added.inner.")).contains("Bird");
        }
    }

    @Test
    void offersWhatAFunctionTakesAsItsText() {
        List<Completions.Match> ids = List.of(
                new Completions.Match("way-1", "instance", "Found"), new Completions.Match("way-2", "instance", ""));
        try (JavaEvaluator java =
                new JavaEvaluator(List.of(), new Help(List::of), Map.of("check", () -> ids), Settings.NONE)) {
            String typed = "check(\"way-";
            assertThat(java.complete("check(\"", 7).matches()).isEqualTo(ids);
            assertThat(java.complete(typed, typed.length())).isEqualTo(new Completions(7, typed.length(), ids));
            assertThat(java.complete("check(\"way-1\", x)", 12).matches()).hasSize(1);
            assertThat(java.complete("check(1, \"way", 13).matches()).doesNotContainAnyElementsOf(ids);
        }
    }

    @Test
    void offersWhatAMagicTakes() {
        assertThat(texts("%notation |")).containsExactly("on", "off");
        assertThat(texts("%notation of|")).containsExactly("off");
        assertThat(texts("%help tim|")).containsExactly("time", "timeit");
        assertThat(texts("%load |")).contains("pom.xml", "src/");
        assertThat(texts("%time names.get(0).toUp|")).contains("toUpperCase");
    }

    /** A narrow tooltip shows no more. */
    @Test
    void signatureAndFirstSentenceAreTheFirstLines() {
        try (JavaEvaluator java = new JavaEvaluator(List.of(
                "import jacobi.tensor.*;",
                "import static jacobi.tensor.Tensors.*;",
                "import static jacobi.plot.Plots.*;"))) {
            java.evaluate(
                    "Tensor A = ones(2);\n/** Half of it. Exactly. */\ndouble half(double v) { return v / 2; }", 1);
            Function<String, List<String>> first = name ->
                    java.inspect(name, name.length(), 0).text().lines().limit(4).toList();
            assertThat(first.apply("plot"))
                    .startsWith(
                            "static Figure Plots.plot(Object y)",
                            "Draws values over 0, 1, 2 and so on; rows of values are several lines.");
            assertThat(first.apply("A"))
                    .startsWith("Tensor A = tensor([1., 1.])", "class Tensor")
                    .anyMatch(line -> line.startsWith("An n-dimensional array of numbers"));
            assertThat(first.apply("Tensor").get(1))
                    .startsWith("An n-dimensional array of numbers")
                    .endsWith(".");
            assertThat(first.apply("half")).startsWith("double half(double v)   // cell[1]", "Half of it.");
            assertThat(java.inspect("Tensor", 6, 0).text()).doesNotContain("implements Tensor");
        }
    }

    @Test
    void findsFilesInText(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("data.csv"));
        Files.createDirectory(folder.resolve("deeper"));
        String path = folder.toString().replace('\\', '/') + "/d";
        assertThat(texts("readCsv(\"" + path + "|")).containsExactly("data.csv", "deeper/");
        assertThat(texts("%load " + path + "|")).containsExactly("data.csv", "deeper/");
    }

    @Test
    void brokenTextOffersNothingAndHarmsNothing() {
        assertThat(at("))) ]] .|").matches()).isEmpty();
        assertThat(texts("cou|")).contains("count");
    }

    @Test
    void describesNames() {
        assertThat(JAVA.inspect("count", 2, 0).text()).isEqualTo("int count = 3");
        assertThat(JAVA.inspect("half(1)", 1, 0).text())
                .contains("double half(double v)")
                .contains("Half of it.")
                .contains("cell[1]");
        assertThat(JAVA.inspect("names.add(null)", 8, 0).text()).contains("boolean List.add(");
        assertThat(JAVA.inspect("Math.sqrt(", 10, 0).text()).contains("static double Math.sqrt(double");
        assertThat(JAVA.inspect("new ArrayList<String>()", 6, 0).text()).contains("class ArrayList<E>");
        assertThat(JAVA.inspect("Math.sqrt", 7, 0).found()).isTrue();
        assertThat(JAVA.inspect("%timeit x", 3, 0).text()).contains("runs code many times");
        assertThat(JAVA.inspect("nothingKnown", 3, 0).found()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count",
                "half(1)",
                "names.add(null)",
                "Math.sqrt(2)",
                "ArrayList",
                "Thread.State",
                "Math.PI",
                "new ArrayList<String>()",
                "Kept",
                "jacobi.display.Displays"
            })
    void whoAsksTwiceIsToldMore(String code) {
        JAVA.evaluate("record Kept(int x) { int twice() { return 2 * x; } }", 40);
        int cursor = code.contains("(") ? code.indexOf('(') - 1 : code.length();
        String once = JAVA.inspect(code, cursor, 0).text();
        String twice = JAVA.inspect(code, cursor, 1).text();
        assertThat(once).isNotEmpty();
        assertThat(twice.length()).as(twice).isGreaterThan(once.length());
        assertThat(twice.lines().toList()).containsSubsequence(once.lines().toList());
    }

    /** Also where the JDK came without its sources. */
    @Test
    void compiledClassesTellWhatThereIsToCall() {
        JAVA.evaluate(
                "class Animal { void speak() { } }\nclass Dog extends Animal implements Runnable {\n"
                        + "    void speak() { }\n    public void run() { }\n}\nint[] long_ = new int[30];\nlong_[29] "
                        + "= 7;",
                41);
        assertThat(JAVA.inspect("Dog", 3, 1).text())
                .contains("is a Animal, Runnable", "new Dog()", "void Dog.speak()", "void Dog.run()");
        assertThat(JAVA.inspect("new Dog().speak()", 13, 1).text())
                .contains("declared in Dog", "overrides void Animal.speak()");
        assertThat(JAVA.inspect("names.add(null)", 8, 1).text())
                .doesNotContain("elementData")
                .contains("boolean List.add(");
        assertThat(JAVA.inspect("long_", 3, 0).text()).doesNotContain("7");
        assertThat(JAVA.inspect("long_", 3, 1).text()).contains("int[]:").endsWith("0, 7]");
        assertThat(JAVA.inspect("count", 3, 1).text()).isEqualTo("int count = 3\nint:\n3");
    }

    @Test
    void showsTheCommentsOfItsOwnClasses() {
        Inspection found = JAVA.inspect("jacobi.display.Displays.display(1)", 26, 0);
        assertThat(found.text()).contains("Shows a value in every representation its type offers.");
        assertThat(found.html()).contains("<pre>");
        assertThat(JAVA.inspect("jacobi.display.Displays.display(1)", 26, 1).text())
                .contains("return show(render(value));");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "int x = 3@; Complete[]",
                "int x = @; Invalid[]",
                "1 +* 2; Invalid[]",
                "count); Invalid[]",
                "\"abc; Invalid[]",
                "for (int i = 0@ i < 3@ i++) {; Incomplete[indent=    ]",
                "if (count > 1); Incomplete[indent=    ]",
                "count +; Incomplete[indent=]",
                "void f(int a); Incomplete[indent=    ]",
                "class A; Incomplete[indent=]",
                "foo(; Incomplete[indent=    ]",
                "foo(1,; Incomplete[indent=    ]",
                "if (a) { } else {; Incomplete[indent=    ]",
                "/* open; Incomplete[indent=]",
                "do { } while (true); Complete[]",
                "do { count++@ }; Incomplete[indent=]",
                "if (count > 1) do { count++@ }; Incomplete[indent=]",
                "try { count++@ }; Incomplete[indent=]",
                "try { count++@ } catch (Exception e) { }; Complete[]",
                "try { count++@ } finally { }; Complete[]",
                "try (var s = new StringReader(\"\")) { count++@ }; Complete[]",
                "if (count > 1) { count++@ }; Complete[]",
                "count; Complete[]",
                "%who; Complete[]",
                "names[-1]; Complete[]",
            })
    void knowsWhetherACellIsComplete(String source, String expected) {
        assertThat(JAVA.isComplete(source.replace('@', ';'))).hasToString(expected);
    }

    /** What is no Java is not asked of Java; a console takes a blank line for its end. */
    @Test
    void textForAMagicEndsWithABlankLine() {
        assertThat(JAVA.isComplete("%%html")).isEqualTo(new Completeness.Incomplete(""));
        assertThat(JAVA.isComplete("%%html\n<b>not Java")).isEqualTo(new Completeness.Incomplete(""));
        assertThat(JAVA.isComplete("%%html\n<b>not Java\n")).isEqualTo(new Completeness.Complete());
        assertThat(JAVA.isComplete("%%writefile data.csv\na,b\n\n")).isEqualTo(new Completeness.Complete());
        assertThat(JAVA.isComplete("%%time\nint x = 3;")).isEqualTo(new Completeness.Complete());
    }
}

package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import jacobi.language.Ansi;
import jacobi.language.Language;
import jacobi.repl.engine.JavaEvaluator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commonest mistakes in plain words, each at its place. */
class CompileErrorsTest {
    private static final JavaEvaluator JAVA = new JavaEvaluator(Corpus.IMPORTS);

    @AfterAll
    static void close() {
        JAVA.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        int a = 1 int b = 2;                  | semicolon is missing
        String s = "abc;                      | text never ends
        int a = "text";                       | an int is needed, and this is a String
        String s = 5;                         | a String is needed, and this is an int
        int a = 2.5;                          | may not fit
        undefinedName + 1                     | is not defined
        String + 1                            | is a class, and here a value is needed
        string s;                             | Did you mean `String`?
        system.out.println(1);                | Did you mean `System`?
        int twice(String s) { return 2; } "abc".twice() | write twice(x) for x.twice()
        "abc".lenght()                        | Did you mean `length`?
        Function<Integer, Integer> g = n -> n + 1; g(3) | called with g.apply(...)
        foo(3)                                | no method `foo(int)`
        LocalDate d;                          | import java.time.LocalDate;
        List<int> l;                          | write Integer for int
        int k = 0; if (k = 2) {}              | = assigns; == compares
        int k = 0; k == 3; k++;               | == compares, = assigns
        int f(int k) { if (k > 1) return 1; } | a return is missing
        void f() { throw new IOException(); } | add `throws IOException`
        int f() { return; }                   | return needs a value
        void f() { return 1; }                | This method is void
        int f() { int v; return v; }          | may have no value yet
        int f(int a) { int a = 1; return a; } | already defined
        "a" - 1                               | cannot be used between a String and an int
        Math.sqrt("x")                        | a double is needed
        int n = 1; n[0]                       | Only an array takes [ ]
        int n = 1; n.foo()                    | bare value without methods
        int f() { return 1; int b = 2; }      | can never run
        f(int a) { return a; }                | starts with the type of its result
        char c = 'ab';                        | exactly one character
        int big = 3000000000;                 | too large for an int
        var v = null;                         | var cannot guess a type from null
        var v = {1, 2};                       | write int[] a = {1, 2}
        x -> x + 1                            | A lambda alone has no type
        break;                                | break is allowed only inside
        new Runnable()                        | abstract
        class A implements Runnable {}        | must have the method run()
        foo(                                  | cell ends too early
        int a = “b”;                          | write " for “
        import java.nope.Thing;               | does not exist
        x = 3                                 | var x = ...
        import torch                          | Nothing is imported here
        var t = torch.arange(12);             | write arange
        def f(x): return x * 2                | double f(double x) { return 2 * x; }
        for i in range(3): System.out.println(i) | for (int i = 0; i < 3; i++)
        for _, (x, y) in data:                | for (int i = 0; i < 3; i++)
        if 3 > 2:                             | if (x > 0) { ... }
        with torch.no_grad():                 | try (var off = noGrad())
        var f = lambda x: x + 1;              | x -> 2 * x
        String s = f"a";                      | String.format
        float("3")                            | (double) x
        boolean b = True;                     | Java writes true
        Object o = None;                      | Java writes null
        boolean b = true and false;           | && in Java
        boolean b = (not true);               | not is !
        len("abc")                            | x.length()
        Map<String, Integer> m = {"a": 1};    | Map.of("a", 1
        List.of(1).nothing                    | has no variable `nothing`
        return 5; int five = 5; | A cell returns nothing
        class N { int f() { return bias(); } } new N() | There is no method `bias()`
        while (false) { }                     | condition of its loop is never true
        Scanner r = new Scanner(""); try (r) { } | write try (var open = r)
        int k = 1; String s = switch (k) { case 1 -> "a"; }; | add default -> ...
        int[] a = {1}; a.length()             | written without parentheses
        "abc".length                          | write length()
        double d = 3,5;                       | written with a point
        int z = null;                         | null is no int
        char c = "a";                         | single quotes, as in 'a'
        int f(int n) { n * 2; return 1; }     | return it, or assign it
        Math.max(1)                           | No version of `max` takes (int)
        for (int v : 5) { }                   | goes through the elements of an array
        throw "error";                        | throw new RuntimeException(
        catch (Exception e) { }               | no try { ... } right before it
        try { }                               | needs a catch
        class R implements Comparable<R> { int compareTo(R r) { return 1; } } | write public before the method
        var v;                                | var needs a value
        const int k = 3;                      | final int k = 3
        int class = 3;                        | a word of the language
        int 2x = 3;                           | starts with a letter
        print "hello"                         | print("hello")
        Stream.of(1).collect(toList())        | Did you mean `Collectors.toList`?
        List<String> l = List.of(1, 2);       | elements of type String are needed
        StringBuilder("a")                    | made with new StringBuilder(...)
        class Pt2 { Pt2(int x) {} } Pt2 p = Pt2(3); | made with new Pt2(...)
        class Pt3 { Object other() { return ArrayList(3); } } new Pt3() | made with new ArrayList(...)
        int g() { int c = 0; Runnable r = () -> { c++; }; return c; } | only if it never changes
        """)
    void saysWhatIsWrong(String source, String words) {
        Evaluation evaluation = JAVA.evaluate(source, 7);
        assertThat(evaluation).isInstanceOf(Evaluation.Failure.class);
        Evaluation.Failure failure = (Evaluation.Failure) evaluation;
        String text = Ansi.removed(String.join("\n", failure.traceback()));
        assertThat(failure.ename()).isEqualTo("CompilationError");
        assertThat(text)
                .contains("cell [7], line 1")
                .contains(words == null ? "" : words)
                .contains("^");
        assertThat(text).doesNotContain("trial").doesNotContain("cells.");
    }

    @Test
    void anObjectOfAClassDeclaredAnewIsToldFromOneOfTheNewClass() {
        JAVA.evaluate("record Pt(int x) {}\nPt old = new Pt(1);", 2);
        JAVA.evaluate("record Pt(int x, int y) {}", 3);
        assertThat(text("Pt now = old;")).contains("of the Pt that was declared before: make it again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Integer.parseInt("3.5")                   | Double.parseDouble(...) reads it
        1 / 0                                     | with a decimal number
        String.format("%d", 3.5)                  | %.2f is for a decimal number
        new ArrayList<>().iterator().next()       | ask hasNext()
        Files.readString(Path.of("missing.txt"))  | names without a folder are looked for in
        List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); for (int i : l) l.remove(0); | after the loop
        """)
    void anExceptionNamesTheWayOut(String source, String words) {
        assertThat(text(source)).contains(words);
    }

    @Test
    void aBlockOfPythonIsOneMistake() {
        Evaluation.Failure failure =
                (Evaluation.Failure) JAVA.evaluate("for i in range(3):\n    print(i)\n    x = i\nint k = missing;", 3);
        String text = Ansi.removed(String.join("\n", failure.traceback()));

        assertThat(text.split("CompilationError in", -1)).hasSizeLessThanOrEqualTo(3);
        assertThat(text).contains("line 1").doesNotContain("line 2").doesNotContain("line 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        class X int y                 | '{' was expected here.
        class X                       | '{' was expected here.
        int y =                       | A value or an expression is missing here.
        """)
    void whatTheParserMakesOfTheRestOfALineIsNoMistakeOfItsOwn(String source, String words) {
        assertThat(text(source)).contains(words).containsOnlyOnce("CompilationError in");
    }

    @Test
    void aSignIsApartFromChineseWords() {
        Language before = Language.current();
        Language.use(Language.of("zh").orElseThrow());
        try {
            assertThat(text("class X")).contains("这里应当是 '{'。");
        } finally {
            Language.use(before);
        }
    }

    @Test
    void aClassThatIsCalledIsSaidToBeOneWhereObjectsOfItCanBeMade() {
        assertThat(text("interface Seen {}\nSeen s = Seen();")).doesNotContain("new Seen");
        assertThat(text("abstract class Form {}\nForm f = Form();")).doesNotContain("new Form");
        assertThat(text("class Single { private Single() {} }\nSingle one = Single();"))
                .doesNotContain("new Single");
        assertThat(text("Math()")).doesNotContain("new Math");
        Language before = Language.current();
        Language.use(Language.of("zh").orElseThrow());
        try {
            assertThat(text("StringBuilder(\"a\")")).contains("它的对象要用 new StringBuilder(...) 创建");
        } finally {
            Language.use(before);
        }
    }

    @Test
    void aNameNobodyKnowsIsOneMistakeWhereverItStands() {
        Evaluation.Failure failure =
                (Evaluation.Failure) JAVA.evaluate("int a = missing + 1;\nint b = missing + other;\nmissing()", 3);
        String text = Ansi.removed(String.join("\n", failure.traceback()));

        assertThat(text.split("CompilationError in", -1)).hasSize(4);
        assertThat(text).contains("line 1").contains("`other` is not defined").contains("no method `missing()`");
    }

    @Test
    void whatIsJavaKeepsJavasWords() {
        for (String source :
                List.of("int n = \"not \" + 1;", "int[] a = {1, 2}; int b = a;", "int float(int x) { return x; }")) {
            Evaluation.Failure failure = (Evaluation.Failure) JAVA.evaluate(source, 3);
            assertThat(failure.evalue())
                    .doesNotContain("&&")
                    .doesNotContain("Map.of")
                    .doesNotContain("cast");
        }
    }

    @Test
    void aMissingSemicolonIsAllThatIsWrongWithTheLinesAroundIt() {
        assertThat(text("int a = 1\na + 1"))
                .containsOnlyOnce("CompilationError")
                .contains("semicolon is missing");
        assertThat(text("int a = 1\nList.of(a, \";\").stream().map(i -> { return i; }).count() + 1"))
                .doesNotContain("computes a value");
        assertThat(text("if (true) { 1 + 2 }")).contains("computes a value");
        assertThat(text("int a = 1;\na + 1\nint b = 2;")).contains("computes a value and does nothing");
    }

    @Test
    void whatACellDeclaresTwiceIsNamedWithTheWayOut() {
        assertThat(text("int x = 1, x = 2;"))
                .contains("`x` is already defined in this cell.\nGive one of the two another name");
        assertThat(text("int f(int a) { return a; }\nint f(int b) { return b; }"))
                .contains("Method `f(int)` is already defined.\nGive one of them another name");
    }

    @Test
    void aFinalVariableKeepsItsValueAndSaysWhereItGotIt() {
        JAVA.evaluate("final int fixed = 4;", 2);
        for (String source : List.of(
                "fixed = 5;",
                "fixed++",
                "(fixed) += 2;",
                "void f() { fixed = 3; }",
                "Runnable r = () -> fixed = 3;",
                "class A { void m() { fixed--; } }")) {
            assertThat(text(source))
                    .containsOnlyOnce("CompilationError")
                    .contains("`fixed` is final, declared so in cell[2], and keeps its value");
        }
        assertThat(text("final var k = List.of(1);\nk = List.of();"))
                .contains("`k` is final, declared so in this cell");
        assertThat(text("final int k; k = 1; k = 2;")).contains("`k` is final, declared so in this cell");
        assertThat(text("final int k; for (int i = 0; i < 3; i++) k = i;")).contains("`k` is final");
        for (String source : List.of(
                "final int[] a = {1}; a[0] = 2;",
                "int g(int fixed) { fixed = 2; return fixed; }",
                "class B { int fixed; void m() { this.fixed = 1; fixed = 2; } }",
                "final int k; if (fixed > 3) k = 1; else k = 2;",
                "int fixed = 5; fixed = 6;",
                "fixed = 7;")) {
            assertThat(JAVA.evaluate(source, 3)).isEqualTo(new Evaluation.Done());
        }
        JAVA.evaluate("void change() { fixed++; }", 4);
        JAVA.evaluate("final int fixed = 8;", 5);
        assertThat(text("change();"))
                .contains("change() of cell[4] no longer compiles")
                .contains("cell[5]");
    }

    @Test
    void aVariableUsedBeforeItsLineIsNamedWithThatLine() {
        assertThat(text("int f() { return late; }\nint g() { return f(); }\nint a = g();\nint late = 5;"))
                .contains("`g` uses `late`, which has no value yet here: this cell declares it in line 4");
        assertThat(text("int own = own + 1;")).contains("`own` is declared again here and has no value yet");
        assertThat(text("var x = 1;\nString f() { return x; }\nString g = f();\nvar x = \"s\";"))
                .contains("`f` uses `x`, which has no value yet here: this cell declares it in line 4");
        assertThat(text("int x = 1;\nint f() { return x; }\nvar x = \"s\";"))
                .contains("declares `x` with several types; in methods and classes it is the last one, of line 3");
        assertThat(JAVA.evaluate("int f() { return later; }\nRunnable r = () -> f();\nint later = 5;\nr.run();", 3))
                .isEqualTo(new Evaluation.Done());
    }

    private static String text(String source) {
        Evaluation.Failure failure = (Evaluation.Failure) JAVA.evaluate(source, 3);
        return Ansi.removed(String.join("\n", failure.traceback()));
    }

    @Test
    void pointsAtTheCharacters() {
        Evaluation.Failure failure = (Evaluation.Failure) JAVA.evaluate("int ok = 1;\n  int bad = ok + undefined;", 3);
        String text = Ansi.removed(String.join("\n", failure.traceback()));
        assertThat(text)
                .startsWith("CompilationError in cell [3], line 2:\n"
                        + "      int bad = ok + undefined;\n"
                        + "                     ^^^^^^^^^\n");
        assertThat(failure.evalue()).startsWith("line 2: `undefined` is not defined");
    }
}

package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of one session, as a student runs them. */
@Tag("slow")
class JavaEvaluatorTest extends CellsOfASession {
    JavaEvaluatorTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void classesThatWereDeclaredAnewCanGoThoughTheyCallEachOther() throws InterruptedException {
        run("int bias() { return 1; }");
        run("class Net { int twice() { return 2 * bias(); } }");
        WeakReference<Object> first = new WeakReference<>(value("Net.class"));
        for (int i = 0; i < 70; i++) {
            run("int bias() { return " + i + "; }\nint use(Net net) { return net.twice(); }");
            run("class Net { int twice() { return " + i + " * bias(); } }\nnew Net().twice() + use(new Net())");
        }
        for (int i = 0; i < 20 && first.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(first.get()).isNull();
    }

    @Test
    void whatIsTooLargeForTheCompilerIsSaidInAWord() {
        assertThat(failure("String s = \"" + "y".repeat(70_000) + "\";").evalue())
                .contains("too long for a literal");
        assertThat(failure("int n = " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ";")
                        .evalue())
                .contains("nested too deep");
        // Attributing goes so deep, writing the class does not; fewer pass where the compiler is compiled itself.
        assertThat(failure("int n = " + String.join(" + ", Collections.nCopies(8_000, "1")) + ";")
                        .evalue())
                .contains("nested too deep");
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void aSealedFamilyMayBeDeclaredAnewPieceByPiece() {
        run("sealed interface S permits A, B {}\nrecord A(int v) implements S {}\nrecord B() implements S {}\n"
                + "String kind(S s) { return s instanceof A a ? \"A\" + a.v() : \"B\"; }");
        run("sealed interface S permits A, B, C {}\nrecord C() implements S {}");
        assertThat(value("kind(new A(5)) + kind(new C())")).isEqualTo("A5B");
        run("record A(int v, int w) implements S {}");
        assertThat(value("kind(new A(6, 7)) + kind(new B())")).isEqualTo("A6B");
    }

    @Test
    void aMethodMayWaitForAnotherWhereverItCallsIt() {
        run("int even(int n) { return n == 0 ? 1 : odd(n - 1); }");
        run("int odd(int n) { return n == 0 ? 0 : even(n - 1); }");
        assertThat(value("even(10) * 10 + even(7)")).isEqualTo(10);
    }

    @Test
    void aVariableMayGetAnotherTypeWithinACell() {
        assertThat(value("var x = 1;\nint y = x + 1;\nvar x = \"s\" + y;\nx.length()"))
                .isEqualTo(2);
        assertThat(value("x")).isEqualTo("s2");
        assertThat(value("int a = 1;\nvar b = \"b\";\nvar a = last();\nint b = 2;\nvar c = a + b;\nvar a = 'c';\n"
                        + "String last() { return \"A\"; }\nc + a + b"))
                .isEqualTo("A2c2");
        assertThat(value("List<String> v = List.of(\"p\");\nSupplier<Object> first = () -> v;\nint v = 3;\n"
                        + "String now() { return \"v\" + v; }\nfirst.get() + now()"))
                .isEqualTo("[p]v3");
        assertThat(value("var o = new Object() { int a = 1; };\nint k = o.a;\nvar o = new Object() { int b = 2; };\n"
                        + "k + o.b"))
                .isEqualTo(3);
        assertThat(value("o.b")).isEqualTo(2);
    }

    @Test
    void aVariableDeclaredAgainWithItsTypeStaysTheSameOneWithinACell() {
        assertThat(value("int n = 1;\nIntSupplier s = () -> n;\nvar n = 2;\ns.getAsInt()"))
                .isEqualTo(2);
        assertThat(value("int n = 3;\nint m = s.getAsInt();\nString n = \"t\";\nm"))
                .isEqualTo(3);
        assertThat(value("n + s.getAsInt()")).isEqualTo("t3");
    }

    @Test
    void aCellThatReturnsEarlyIsOverThoughAVariableChangesItsTypeBelow() {
        run("int done = 0;");
        assertThat(run("var x = 1;\nif (x == 1) return;\nvar x = \"s\";\ndone = 1;"))
                .isEqualTo(new Evaluation.Done());
        assertThat(value("done")).isEqualTo(0);
        assertThat(plain(failure("var x = 1;\nRunnable r = new Runnable() { public void run() { int y = 1 / (x - 1); } "
                                + "};\n"
                                + "var x = \"s\";\nr.run();")
                        .traceback()))
                .contains("line 2 in run:")
                .contains("line 4:")
                .doesNotContain("$");
    }

    @Test
    void aSwitchOnTheLastLineIsTheValueIfItHasOne() {
        run("int x = 2;\nint y = 3;");
        assertThat(value("switch (x) { case 1 -> \"one\"; default -> \"many\"; }"))
                .isEqualTo("many");
        assertThat(value("switch (x) { case 1, 2: int t = 4; yield t; default: yield 0; }"))
                .isEqualTo(4);
        assertThat(value("switch (x) { case 1 -> 1; case 2 -> { int t = 5; yield t; } default -> throw new "
                        + "Error(); } + 1"))
                .isEqualTo(6);
        assertThat(value("switch (x) { case 1 -> x++; default -> x--; } // behind it"))
                .isEqualTo(2);
        Evaluation none = new Evaluation.Done();
        assertThat(run("switch (x) { case 1 -> x++; default -> x--; };")).isEqualTo(none);
        assertThat(run("switch (x) { case 1: x = 1; break; default: int t = switch (y) { default: yield 7; }; }"))
                .isEqualTo(none);
        assertThat(run("switch (x) { case 1 -> System.out.print(\"\"); default -> System.out.print(\"\"); }"))
                .isEqualTo(none);
        assertThat(run("switch (x) { case 1 -> { y = 5; } default -> throw new Error(); }")
                        .toString())
                .contains("Error");
        assertThat(value("switch (x) { case 1: y = 4; break; default: y = 6; }\n-y"))
                .isEqualTo(-6);
        assertThat(failure("switch (x) { case 1 -> nowhere(); default -> y++; }")
                        .evalue())
                .contains("no method `nowhere()`")
                .doesNotContain("more");
    }

    @Test
    void theLastLineIsTheValueUnlessASemicolonEndsIt() {
        assertThat(value("int x = 2;\nx * 21")).isEqualTo(42);
        assertThat(value("List.of(x)")).isEqualTo(List.of(2));
        assertThat(value("null")).isNull();
        assertThat(run("x = 3;")).isEqualTo(new Evaluation.Done());
        assertThat(run("System.out.print(\"\")")).isEqualTo(new Evaluation.Done());
        assertThat(run("")).isEqualTo(new Evaluation.Done());
        assertThat(run("// nothing")).isEqualTo(new Evaluation.Done());
    }

    @Test
    void ofTwoImportedPackagesWithATypeTheLaterOneWins() {
        run("import java.awt.*;");
        assertThat(value("List.class.getName()")).isEqualTo("java.awt.List");
        run("Class<?> type() { return List.class; }");
        assertThat(value("import java.util.*;\nList.of(1, 2)")).isEqualTo(List.of(1, 2));
        assertThat(value("List.of(3)")).isEqualTo(List.of(3));
        assertThat(value("type().getName()")).isEqualTo("java.awt.List");
        assertThat(value("import java.sql.*;\nnew Date(0).getClass().getName() + List.of()"))
                .isEqualTo("java.sql.Date[]");
        run("class List {}");
        assertThat(value("new List().getClass().getSimpleName()")).isEqualTo("List");
    }

    @Test
    void importsReachWhatACellMentionsHoweverItMentionsIt() {
        assertThat(value("\\u0041rrays.asList(1)")).isEqualTo(List.of(1));
        run("import static java.util.Map.*;");
        assertThat(value("entry(1, 2).getKey() + new java.util.TreeMap<Integer, Entry<?, ?>>().size()"))
                .isEqualTo(1);
        run("import static java.awt.Frame.*;");
        assertThat(value("WIDTH + \" \" + NORMAL")).isEqualTo("1 0");
        assertThat(value("import java.util.concurrent.atomic . * ;\nnew AtomicInteger(3).get()"))
                .isEqualTo(3);
        assertThat(value("new AtomicLong(4).get()")).isEqualTo(4L);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aModuleMayBeImported() {
        run("import module java.sql;");
        assertThat(value("new Timestamp(0).getTime()")).isEqualTo(0L);
    }

    @Test
    void aVariableMayBeDeclaredTwiceInACellWithOneType() {
        assertThat(value("var x = 1;\nvar y = x + 1;\nvar x = y * 10;\nx")).isEqualTo(20);
        assertThat(value("var x = List.of(1);\nint size() { return x.size(); }\nvar x = List.of(1, 2);\nsize()"))
                .isEqualTo(2);
    }

    @Test
    void nothingRunsUnlessTheWholeCellCompiles() {
        run("int ran = 0;");
        assertThat(failure("ran = 1;\nint wrong = \"text\";\nalso.wrong();").traceback())
                .anyMatch(line -> line.contains("line 2"))
                .anyMatch(line -> line.contains("line 3"));
        assertThat(value("ran")).isEqualTo(0);
    }

    @Test
    void aMethodRedefinedReachesEarlierCallersAndTouchesNothingElse() {
        run("int calls = 0;\nint step() { return calls += 1; }\nint twice() { return step() + step(); }");
        run("IntSupplier kept = () -> twice();");
        assertThat(value("twice()")).isEqualTo(3);
        run("int step() { return calls += 100; }");
        assertThat(value("kept.getAsInt()")).isEqualTo(102 + 202);
    }

    @Test
    void aTypeDeclaredAgainWordForWordKeepsItsObjects() {
        String type = "class P { int v = 1; }";
        run(type);
        run("P p = new P();");
        run(type);
        assertThat(value("P q = p;\nq.v")).isEqualTo(1);
    }

    @Test
    void whatNoLongerCompilesSaysSoWhenUsed() {
        run("class P { int v = 1; }\nint read() { return new P().v; }");
        assertThat(value("read()")).isEqualTo(1);
        run("class P { int other = 2; }");
        assertThat(plain(failure("read()").traceback())).contains("read()").contains("no longer compiles");
        run("class P { int v = 5; }");
        assertThat(value("read()")).isEqualTo(5);
    }

    @Test
    void aNameUsedBeforeItIsDeclaredComesAliveLater() {
        run("int early() { return later() + Helper.N; }");
        assertThat(failure("early()").evalue()).contains("`Helper`").contains("`later`");
        run("int later() { return 1; }");
        assertThat(failure("early()").evalue()).contains("`Helper`").doesNotContain("`later`");
        run("class Helper { static final int N = 41; }");
        assertThat(value("early()")).isEqualTo(42);
    }

    @Test
    void theTraceShowsTheStudentsLinesOnly() {
        run("int at(int[] a, int i) {\n  return a[i];\n}");
        Evaluation.Failure failure = failure("int[] a = {1};\n\nat(a, 7)");
        assertThat(failure.ename()).isEqualTo("ArrayIndexOutOfBoundsException");
        assertThat(plain(failure.traceback()))
                .isEqualTo("ArrayIndexOutOfBoundsException: Index 7 out of bounds for length 1\n"
                        + "  cell [1], line 2 in at: return a[i];\n  cell [2], line 3: at(a, 7)");
        assertThat((String) value("""
            var text = new StringWriter();
            try { at(a, 9); } catch (RuntimeException e) { e.printStackTrace(new PrintWriter(text)); }
            text.toString()\
            """)).contains("(cell[1]:2)").contains("(cell[3]:2)");
    }

    @Test
    void causesAreShownAndDeepRecursionIsShort() {
        assertThat(plain(failure("throw new IllegalStateException(\"outer\", new IOException(\"inner\"));")
                        .traceback()))
                .contains("IllegalStateException: outer")
                .contains("caused by IOException: inner");
        Evaluation.Failure deep = failure("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertThat(deep.ename()).isEqualTo("StackOverflowError");
        assertThat(deep.traceback()).hasSizeLessThan(30);
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void helpfulMessagesNameTheStudentsVariables() {
        assertThat(failure("String s = null;\ns.length()").evalue())
                .isEqualTo("Cannot invoke \"String.length()\" because \"s\" is null");
        run("class A {}\nclass B extends A {}\nA a = new A();");
        assertThat(failure("B b = (B) a;").evalue()).isEqualTo("class A cannot be cast to class B");
    }

    @Test
    void exhaustedMemoryLeavesTheSessionAlive() {
        // What the failed cell had for itself is room for the next: other tests have filled this heap, too.
        assertThat(failure("long[][] hog = new long[1_000_000][];\n{ byte[] own = new byte[300_000_000];\n"
                                + "for (int i = 0; i < hog.length; i++) { hog[i] = new long[10_000_000]; }\n"
                                + "own[0] = 1; }")
                        .ename())
                .isEqualTo("OutOfMemoryError");
        assertThat(value("hog = null;\n6 * 7")).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntStream.of(3).forEach(System::exit);",
                "IntConsumer end = Runtime.getRuntime()::halt; end.accept(3);",
                "Optional.of(3).ifPresent(Runtime.getRuntime()::exit);",
                "BiConsumer<Runtime, Integer> end = Runtime::halt; end.accept(Runtime.getRuntime(), 3);",
                "class Quiet { static void go() { System.exit(3); } } Quiet.go();",
                "Runnable r = () -> System.exit(3); r.run();",
                "System.class.getMethod(\"exit\", int.class).invoke(null, 3);",
                "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 3);",
                "System.class.getDeclaredMethod(\"exit\", int.class).invoke(null, 3);",
                "MethodHandles.lookup().findStatic(System.class, \"exit\","
                        + " MethodType.methodType(void.class, int.class)).invoke(3);",
                "MethodHandles.publicLookup().findVirtual(Runtime.class, \"halt\","
                        + " MethodType.methodType(void.class, int.class)).invoke(Runtime.getRuntime(), 3);",
                "MethodHandles.lookup().bind(Runtime.getRuntime(), \"exit\","
                        + " MethodType.methodType(void.class, int.class)).invoke(3);",
                "MethodHandles.lookup().unreflect(System.class.getMethod(\"exit\", int.class)).invoke(3);",
            })
    void theProcessCannotBeEnded(String exit) {
        Evaluation.Failure failure = failure("import java.lang.invoke.*;\nimport java.util.function.*;\n" + exit);
        assertThat(failure.ename()).isEqualTo("SystemExit");
        assertThat(failure.evalue()).containsPattern("exit|halt").contains("%reset");
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void reflectionAndHandlesOfOtherMethodsWorkAsJavaSays() {
        assertThat(value("import java.lang.invoke.*;\n"
                        + "class Own { private int secret(int n) { return n + 1; }\n"
                        + "    static Object ask() throws Exception {\n"
                        + "        return Own.class.getDeclaredMethod(\"secret\", int.class).invoke(new Own(), 41);\n"
                        + "    }\n}\n"
                        + "int twice(int n) { return 2 * n; }\n"
                        + "Own.ask() + \" \" + (int) MethodHandles.lookup().findStatic(Math.class, \"abs\","
                        + " MethodType.methodType(int.class, int.class)).invokeExact(-7)"))
                .isEqualTo("42 7");
        assertThat(value("Stream.of(Runtime.class.getMethods()).noneMatch(m -> m.getName().matches(\"exit|halt\"))"))
                .isEqualTo(true);
        assertThat(failure("((java.lang.reflect.Method) null).invoke(null);").ename())
                .isEqualTo("NullPointerException");
    }

    @Test
    void noSecurityManagerComesBetween() {
        assertThat(failure("System.setSecurityManager(new SecurityManager());").ename())
                .isEqualTo("UnsupportedOperationException");
        assertThat(value("System.getSecurityManager() == null")).isEqualTo(true);
    }

    @Test
    void someDirectMemoryStaysForTheSockets() {
        Evaluation.Failure failure = failure("java.nio.ByteBuffer.allocateDirect(Integer.MAX_VALUE)");
        assertThat(failure.ename()).isEqualTo("OutOfMemoryError");
        assertThat(failure.evalue()).contains("the kernel needs");
        assertThat(value("java.nio.ByteBuffer.allocateDirect(16).capacity()")).isEqualTo(16);
    }

    @Test
    void whatIsNestedTooDeepIsAnsweredAtOnce() {
        String deep = "var t = " + "[".repeat(2_000) + "1" + "]".repeat(2_000) + ";";
        assertThat(failure(deep).evalue()).contains("line 1", "nested too deep");
        assertThat(session.complete(deep, 20).matches()).isEmpty();
        assertThat(session.inspect(deep, 4, 0).found()).isFalse();
        assertThat(session.isComplete(deep)).isEqualTo(new Completeness.Complete());
        assertThat(value("\"" + "[".repeat(2_000) + "\".length()")).isEqualTo(2_000);
    }

    @Test
    void anErrorOfMegabytesIsShownByItsEnds() {
        Evaluation.Failure failure =
                failure("throw new IllegalStateException(\"begin \" + \"x\".repeat(50_000_000) + \" end\");");
        assertThat(String.join("", failure.traceback())).hasSizeLessThan(64_000).contains("begin ", " end", "left out");
        assertThat(failure.evalue()).hasSizeLessThan(64_000);
        Evaluation.Failure wide = failure("String s = \"" + "y".repeat(60_000) + "\"; int n = s;");
        assertThat(String.join("", wide.traceback())).hasSizeLessThan(64_000);
    }

    @Test
    void aBoundedNumberOfValuesIsKept() {
        int first = cell() + 1;
        for (int i = 0; i < 40; i++) {
            value("new int[" + i + "].length");
        }
        assertThat(value("$" + cell() + " + 1")).isEqualTo(40);
        assertThat(failure("$" + first).ename()).isEqualTo("CompilationError");
    }

    @Test
    void windowsLineEndsAndALeadingHashAreNoTrouble() {
        assertThat(value("# a title\r\nint a = 1;\r\na + 1")).isEqualTo(2);
        assertThat(plain(failure("# title\r\n\r\nint b = \"x\";").traceback())).contains("line 3");
    }

    @Test
    void longCellsRunAndTooLongOnesExplain() {
        String lines =
                IntStream.range(0, 1000).mapToObj(i -> "total += " + i + ";").collect(Collectors.joining("\n"));
        assertThat(value("long total = 0;\n" + lines + "\ntotal")).isEqualTo(499_500L);
        String huge = IntStream.range(0, 6000)
                .mapToObj(i -> "total += total * " + i + ";")
                .collect(Collectors.joining("\n"));
        assertThat(failure(huge).evalue()).contains("too much code");
    }

    @Test
    void membersOfUnnamedClassesStayUsable() {
        run("var counter = new Object() { int n; int next() { return ++n; } };");
        run("counter.next();");
        assertThat(value("counter.next() + counter.n")).isEqualTo(4);
    }

    @Test
    void genericTypesAreKeptHoweverDeep() {
        run("Map<String, Map<Integer, List<Map<Long, Set<String>>>>> m = new HashMap<>();\nvar same = m;");
        assertThat(value("m")).isEqualTo(Map.of());
        run("same.put(\"a\", Map.of(1, List.of(Map.of(2L, Set.of(\"deep\")))));");
        run("var set = m.get(\"a\").get(1).get(0).get(2L);");
        assertThat(value("set.iterator().next().length()")).isEqualTo(4);
        run("<T extends Comparable<T>> T most(List<? extends T> all) { return Collections.max(all); }");
        assertThat(value("var found = most(List.of(1, 3, 2));\nfound + 1")).isEqualTo(4);
        run("class Outer<A> { class Inner { A a; } }");
        run("var inner = new Outer<List<String>>().new Inner();\ninner.a = List.of(\"x\");");
        assertThat(value("inner.a.get(0).length()")).isEqualTo(1);
        run("Enum<?> e = TimeUnit.DAYS;\nvar c = e.getDeclaringClass();");
        assertThat(value("c.getSimpleName()")).isEqualTo("TimeUnit");
    }

    @Test
    void aClassWithoutANameIsNotCalledByOneOfTheEngines() {
        run("interface F { int f(); }");
        for (String cell : List.of("F g = new F() { };", "var g = new F() { };", "F h() { return new F() { }; }")) {
            assertThat(failure(cell).evalue())
                    .endsWith("The class in braces must have the method f(), because F asks for it.");
        }
    }

    @Test
    void aCellRunsOnAThreadCalledMain() throws InterruptedException {
        Object[] seen = new Object[2];
        Thread thread = new Thread(
                () -> {
                    seen[0] = value("Thread.currentThread().getName()");
                    seen[1] = Thread.currentThread().getName();
                },
                "of the kernel");
        thread.start();
        thread.join();
        assertThat(seen).containsExactly("main", "of the kernel");
    }

    @Test
    void aVariableIsNotUsedBeforeItsLine() {
        assertThat(failure("int y = z + 1;\nint z = 5;").evalue()).contains("`z` is used here");
    }

    @Test
    void printedNotesSayWhatIsMissing() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run("int waits() { return unknownYet; }");
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("waits()").contains("`unknownYet`");
    }

    @Test
    void featuresOfTheRunningReleaseCompile() {
        if (Runtime.version().feature() < 21) {
            return;
        }
        assertThat(value("""
            record P(int x, int y) {}
            Object o = new P(1, 2);
            switch (o) { case P(int x, int y) when x < y -> System.out.print(""); default -> throw new Error(); }
            String s = switch (o) { case P(var x, var y) -> "p" + x + y; default -> "?"; };
            s\
            """)).isEqualTo("p12");
    }
}

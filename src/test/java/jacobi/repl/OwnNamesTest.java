package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A class declared in a cell is called what the student calls it, wherever Java says a name. */
@Tag("slow")
class OwnNamesTest extends CellsOfASession {
    OwnNamesTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void reflectionAndToStringSayTheClassesName() {
        run("class Point { class In { } Object local() { class Deep { } return new Deep(); } }\nPoint p = new "
                + "Point();");
        assertThat(value("p.toString()").toString()).matches("Point@[0-9a-f]+");
        assertThat(value("p.getClass().getName() + \" \" + p.getClass().getSimpleName() + \" \""
                        + " + p.getClass().getCanonicalName() + \" \" + p.getClass().isMemberClass()"))
                .isEqualTo("Point Point Point false");
        assertThat(value("p.new In().getClass().getName() + \" \" + p.local().getClass().getName()"))
                .isEqualTo("Point$In Point$1Deep");
        assertThat(value("Class.forName(\"Point\") == Point.class && Class.forName(\"Point$In\") == Point.In.class"))
                .isEqualTo(true);
        assertThat(value("Thread.currentThread().getContextClassLoader().loadClass(\"Point\") == Point.class"))
                .isEqualTo(true);
        assertThat(value("Class.forName(\"java.util.List\") == List.class")).isEqualTo(true);
    }

    @Test
    void aPrintedStackTraceEndsWithTheCell() {
        run("class Deep { void fall() { try { List.of().get(0); } catch (Exception e) { throw new "
                + "IllegalStateException(e); } } }");
        run("void go() { new Deep().fall(); }");
        String printed = value("var w = new StringWriter();\ntry { go(); }\n"
                        + "catch (IllegalStateException e) { e.printStackTrace(new PrintWriter(w)); }\nw.toString()")
                .toString();
        assertThat(printed)
                .startsWith("java.lang.IllegalStateException: ")
                .contains("at Deep.fall(cell[", "Caused by: ", "List")
                .doesNotContain("jacobi.", "java.base/java.util.concurrent");
        assertThat(value("var t = new Throwable();\nt.printStackTrace(new "
                        + "PrintStream(OutputStream.nullOutputStream()));\n"
                        + "t.getStackTrace().length"))
                .isEqualTo(1);
        assertThat(value("class Mine extends RuntimeException { public Throwable getCause() { throw this; } }\n"
                        + "class Page { int n; void printStackTrace() { n++; } }\nvar page = new Page();\n"
                        + "page.printStackTrace();\npage.n"))
                .as("another method of that name")
                .isEqualTo(1);
    }

    @Test
    void privateMembersAreSharedWithTheClassesInsideAlone() {
        run("class Outer { private int a = 1; private static int count = 5; class In { private int b = a + count; }"
                + " int sum() { return new In().b + new Object() { int q = a; }.q; } }");
        assertThat(value("new Outer().sum()")).isEqualTo(7);
        assertThat(value("Outer.class.getNestHost() + \" \" + Outer.In.class.getNestHost()"))
                .isEqualTo("class Outer class Outer");
        run("enum Sign { PLUS { int of() { return 1; } }, MINUS; private int n = -1; int of() { return n; } }");
        assertThat(value("switch (Sign.PLUS) { case PLUS -> Sign.PLUS.of(); case MINUS -> Sign.MINUS.of(); }"))
                .isEqualTo(1);
    }

    @Test
    void tracesAndMessagesSayIt() {
        run("class Dog { Dog pup; void bark() { pup.bark(); } }\nDog dog = new Dog();");
        String trace = printed("try { dog.bark(); } catch (Exception e) { e.printStackTrace(System.out); }");
        assertThat(trace)
                .contains("Cannot invoke \"Dog.bark()\" because \"this.pup\" is null")
                .contains("at Dog.bark(cell[1]:1)");
        Evaluation.Failure failure = (Evaluation.Failure) run("(Dog) (Object) \"text\"");
        assertThat(failure.evalue()).isEqualTo("class java.lang.String cannot be cast to class Dog");
        failure = (Evaluation.Failure) run("Runnable r = () -> dog.bark();\nr.run();");
        assertThat(plain(failure)).contains("in Dog.bark: class Dog", "cell [4], line 1: Runnable r");
        assertThat(plain((Evaluation.Failure) run("class Puppy extends Dog implements Runnable { }")))
                .contains("Puppy must have the method run()")
                .doesNotContain("trial");
        assertThat(plain((Evaluation.Failure) run("Runnable none = new Runnable() { };")))
                .doesNotContain("trial");
        assertThat(plain((Evaluation.Failure) run("enum E implements Runnable { A, B; }")))
                .doesNotContain("trial");
    }

    @Test
    void aClassDeclaredAnewTakesTheNameAndOldObjectsKeepTheirs() {
        run("class Dog { }\nclass Kennel { Dog dog = new Dog(); }");
        run("class Dog { int age = 3; }");
        assertThat(value("new Dog().getClass() + \" \" + new Kennel().dog.age + \" \" + new Kennel().getClass()"))
                .isEqualTo("class Dog 3 class Kennel");
        run("Dog d = new Dog();");
        run("class Dog { int age = 4; }");
        assertThat(value("d.getClass() + \" \" + new Dog().age + \" \" + new Kennel().dog.age"))
                .isEqualTo("class Dog 4 4");
        assertThat(value("new Dog().getClass().getSimpleName() + (Class.forName(\"Dog\") == Dog.class)"))
                .isEqualTo("Dogtrue");
        assertThat(value("(Object) d.getClass() == Dog.class")).isEqualTo(false);
        assertThat(value("d = new Dog();\nd.age + d.getClass().getSimpleName()"))
                .isEqualTo("4Dog");
        assertThat(value("d.toString()").toString()).matches("(\\w+\\.)?Dog@[0-9a-f]+");
    }

    @Test
    void sealedTypesRecordsAndTasksWorkUnderTheirNames() {
        run("sealed interface S permits A, B { }\nrecord A(int i) implements S { }\nrecord B(String s) implements "
                + "S { }");
        assertThat(value("new A(1) + \"\" + new B(\"x\") + S.class.isSealed()")).isEqualTo("A[i=1]B[s=x]true");
        run("record B(String s, int n) implements S { }");
        assertThat(value("new B(\"y\", 2).toString()")).isEqualTo("B[s=y, n=2]");
        run("class Fib extends RecursiveTask<Integer> { int n; Fib(int n) { this.n = n; } protected Integer "
                + "compute() {"
                + " if (n < 2) return n; Fib a = new Fib(n - 1); a.fork(); return new Fib(n - 2).compute() + "
                + "a.join(); } }");
        assertThat(value("new ForkJoinPool(2).invoke(new Fib(9))")).isEqualTo(34);
        run("class Fast extends Fib { Fast(int n) { super(n); } }");
        assertThat(value("new ForkJoinPool(2).invoke(new Fast(9))")).isEqualTo(34);
        run("class String { String own() { return this; } }");
        assertThat(value("new String().own().getClass().getName()")).isEqualTo("String");
    }
}

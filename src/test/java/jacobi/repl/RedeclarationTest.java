package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is declared again, broken and mended reaches all that uses it, and old objects are told from new ones. */
@Tag("slow")
class RedeclarationTest extends CellsOfASession {
    RedeclarationTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void aClassMendedAfterASlipReachesItsUsersUsers() {
        run("class C1 { static int v() { return 1; } }");
        run("class B1 { static int v() { return C1.v(); } }");
        run("class A1 { static int v() { return B1.v(); } }");
        assertThat(value("A1.v()")).isEqualTo(1);
        run("class C1 { }");
        assertThat(failure("A1.v()").evalue()).contains("A1 of cell[3]", "`B1`", "cannot be used itself");
        run("class C1 { static int v() { return 3; } }");
        assertThat(value("A1.v()")).isEqualTo(3);
    }

    @Test
    void aVariableOfTheWrongTypeAndBackReachesMethodsOfMethods() {
        run("double rate = .5;\ndouble pay(double h) { return h * rate; }");
        run("double week(double h) { return 5 * pay(h); }");
        run("Supplier<Double> kept = () -> pay(2);");
        run("String rate = \"half\";");
        assertThat(failure("week(8)").evalue()).contains("pay()");
        run("double rate = 2;");
        assertThat(value("week(8)")).isEqualTo(80.0);
        assertThat(value("kept.get()")).as("a value that calls it, too").isEqualTo(4.0);
    }

    @Test
    void classesMayBeDeclaredTopDown() {
        run("class X1 { static String v() { return \"x\" + Y1.v(); } }");
        run("class Y1 { static String v() { return \"y\" + Z1.v(); } }");
        run("class Z1 { static String v() { return \"z\"; } }");
        assertThat(value("X1.v()")).isEqualTo("xyz");
    }

    @Test
    void aMethodToComeIsNoFieldThatIsANet() {
        run("class Upper extends Lower { }\nclass Both { static String v() { return cbrt(27) + tail(); } }");
        run("import static java.lang.Math.cbrt;");
        run("String tail() { return \"t\"; }");
        assertThat(value("Both.v()")).isEqualTo("3.0t");
    }

    @Test
    void membersOfAClassOfTheNotebooksAreImported() {
        run("package lecture;\nclass L1 { static int f() { return 12; } record In(int n) { } }");
        run("int g() { return f() + 1; }");
        run("import static lecture.L1.f;\nint h() { return f(); }");
        assertThat(value("g() + h()")).isEqualTo(25);
        run("import lecture.L1.In;");
        assertThat(value("new In(3).n()")).isEqualTo(3);
        run("class L1 { static int f() { return 20; } static int k = 5; }");
        assertThat(value("g() + h()")).isEqualTo(41);
        assertThat(value("import static lecture.L1.*;\nk + f()")).isEqualTo(25);
        run("class L2 extends L1 { }\nimport static lecture.L2.k;");
        assertThat(value("k")).isEqualTo(5);
    }

    @Test
    void manyClassesMayWaitForOneAnother() {
        for (int i = 0; i < 30; i++) {
            run("class W" + i + " { static int v() { return W" + (i + 1) + ".v() + 1; } static int own() { return " + i
                    + "; } }");
        }
        assertThat(value("W7.own() + W29.own()")).isEqualTo(36);
        assertThat(failure("W0.v()").evalue()).contains("W0 of cell[1]", "`W1`");
        assertThat(failure("W29.v()").evalue()).contains("`W30`, which is not defined");
        run("class W30 { static int v() { return 0; } }");
        assertThat(value("W0.v()")).isEqualTo(30);
        run("class W15 { static int v() { return W16.v() + 101; } }");
        assertThat(value("W0.v()")).isEqualTo(130);
    }

    @Test
    void whatWaitsIsThereForACellThatMendsAndUsesIt() {
        run("class Pen { int ink() { return new Ink().left(); } }\n"
                + "int rest(Pen p) { return p.ink() + new Ink().left(); }");
        assertThat(value("class Ink { int left() { return 4; } }\nrest(new Pen())"))
                .isEqualTo(8);
        run("class Cup { int fill() { return new Tea().warm() + new Pot().size(); } }");
        run("class Tea { int warm() { return 1; } int cold() { return new Ice().n(); } }");
        run("class Pot { int size() { return 2; } }");
        assertThat(value("new Cup().fill()"))
                .as("Tea waits with one of its methods alone")
                .isEqualTo(3);
        assertThat(value("class Ice { int n() { return 5; } }\nnew Cup().fill() + new Tea().cold()"))
                .isEqualTo(8);
    }

    @Test
    void whatWaitsIsToldWhenAMethodThatWaitedIsDeclaredAnew() {
        run("String ma() { return \"a\" + mb(); }");
        run("String mb() { return \"b\" + mc(); }");
        run("String mb() { return \"whole\"; }");
        assertThat(value("ma()")).isEqualTo("awhole");
    }

    @Test
    void anImportMayComeLater() {
        run("Pattern p() { return Pattern.compile(\"a\"); }\nboolean m(String s) { return p().matcher(s).matches(); }");
        run("double root(double x) { return cbrt(x); }\nlong crc() { return new CRC32().getValue(); }");
        run("import java.util.regex.Pattern;");
        assertThat(value("m(\"a\")")).isEqualTo(true);
        run("import static java.lang.Math.cbrt;\nimport java.util.zip.*;");
        assertThat(value("root(27) + crc()")).isEqualTo(3.0);
    }

    @Test
    void anImportOfANameReplacesTheClassOfThatName() {
        run("class Pattern { static String quote(String s) { return \"mine\"; } }");
        run("String q() { return Pattern.quote(\"q\"); }");
        assertThat(value("q()")).isEqualTo("mine");
        run("import java.util.regex.Pattern;");
        assertThat(value("q()")).isEqualTo("\\Qq\\E");
        run("class Pattern { static String quote(String s) { return \"again\"; } }");
        assertThat(value("q()")).isEqualTo("again");
    }

    @Test
    void aDeclarationThatWaitsTakesThePlaceOfTheOldOne() {
        run("class K { static int v() { return 1; } }\nint k() { return K.v(); }");
        run("class K extends Later { static int v() { return 2; } }");
        assertThat(failure("k()").evalue()).contains("`K`");
        run("class Later { }");
        assertThat(value("k()")).isEqualTo(2);
    }

    @Test
    void aNameThatOnlyLooksTheSameTouchesNothing() {
        run("class Cat { int age = 3; int age() { return age; } }\nCat cat = new Cat();");
        run("int age = 7;\nint age() { return 8; }");
        assertThat(value("Cat same = cat;\nsame.age()")).isEqualTo(3);
    }

    @Test
    void aNewOverloadOrVariableIsMeantByWhatWasDeclaredBefore() {
        run("import static java.lang.Math.*;\nString f(Object o) { return \"object\"; }");
        run("String g() { return f(1) + (PI > 4); }");
        assertThat(value("g()")).isEqualTo("objectfalse");
        run("String f(int i) { return \"int\"; }\ndouble PI = 5;");
        assertThat(value("g()")).isEqualTo("inttrue");
    }

    @Test
    void methodsOfOneSignatureReplaceEachOtherHoweverTheyAreWritten() {
        run("int m(Integer a) { return 1; }\nint callM() { return m(3); }");
        run("int m(java.lang.Integer a) { return 2; }");
        assertThat(value("callM()")).isEqualTo(2);
        run("int w(String... a) { return 1; }\nint callW() { return w(new String[0]); }");
        run("int w(String[] a) { return 2; }");
        assertThat(value("callW()")).isEqualTo(2);
        run("int w(String... a) { return 3; }");
        assertThat(value("w(\"a\", \"b\") + callW()")).isEqualTo(6);
        run("String q(Object a) { return \"object\"; }\nString callQ() { return q(1); }");
        run("<T> String q(T a) { return \"generic\"; }");
        assertThat(value("callQ()")).isEqualTo("generic");
        run("String q(java.util.Date a) { return \"other\"; }\nString q(java.sql.Date a) { return \"overload\"; }");
        assertThat(value("q(new java.util.Date()) + q(1)")).isEqualTo("othergeneric");
    }

    @Test
    void aVariableOfAnOldClassSaysSoAndTakesANewObject() {
        run("class Dog { }\n"
                + "Dog d = new Dog();\n"
                + "List<Dog> dogs = new ArrayList<>();\n"
                + "String say() { return \"\" + d; }");
        run("class Dog { int age = 3; }");
        assertThat(failure("d.age").evalue()).contains("`d` is of the `Dog` that was declared before");
        assertThat(plain(failure("Dog e = d;").traceback())).contains("Give it a new value: d = new Dog(…);");
        assertThat(plain(failure("dogs.add(new Dog());").traceback())).contains("Give it a new value: dogs = …;");
        assertThat(value("d = new Dog()\n").getClass().getSimpleName()).isEqualTo("Dog");
        assertThat(value("dogs = new ArrayList<>();\ndogs.add(d);\ndogs.get(0).age + d.age"))
                .isEqualTo(6);
        run("interface Area { double of(); }\nArea a = () -> 1;");
        run("interface Area { double of(); default String name() { return \"area\"; } }");
        assertThat(failure("a.name()").evalue()).contains("`a` is of the `Area` that was declared before");
        assertThat(value("a = () -> 2;\na.name() + a.of()")).isEqualTo("area2.0");
    }

    @Test
    void anOldObjectMayBeHandedOnAsBefore() {
        run("class Dog { }\nDog d = new Dog();\nDog other = new Dog();");
        run("class Dog { int age = 3; }");
        assertThat(value("d = other;\nd == other")).isEqualTo(true);
    }
}

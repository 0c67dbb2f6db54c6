package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Java allows though few write it, and what no compiler can take. */
@Tag("slow")
class JavasEdgesTest extends CellsOfASession {
    JavasEdgesTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void classesMayHaveTheNamesOfJavasOwn() {
        run("class Throwable { int n = 1; }");
        assertThat(value("new Throwable().n")).isEqualTo(1);
        run("class Object { }");
        assertThat(value("null")).isNull();
        assertThat(value("int x = 2;\nx + new Throwable().n")).isEqualTo(3);
    }

    @Test
    void soMayClassesWithinThoseThatAreImported() {
        run("class Outer { static class Throwable { int n = 4; }\n static int k = 5; }");
        run("import static Outer.*;");
        assertThat(value("k")).isEqualTo(5);
        assertThat(value("k + 1")).isEqualTo(6);
    }

    @Test
    void keywordsAndNamesMayBeWrittenWithEscapes() {
        run("publ\\u0069c cl\\u0061ss Foo { int z = 1; }");
        run("\\u0069nt \\u0061b = 4;");
        assertThat(value("new F\\u006fo().z + ab\\u003b")).isEqualTo(5);
        assertThat(value("r\\u0065turn ab + \"\\u0041\";")).isEqualTo("4A");
    }

    @Test
    void thisIsTheCellsInAFileWithoutClasses() {
        run("int n = 3;\nint plus(int k) { return k + this.n; }\nint twice(int k) { return this.plus(k) + "
                + "this.plus(0); }\n"
                + "Function<Integer, Integer> g = this::twice;");
        assertThat(value("g.apply(1)")).isEqualTo(7);
        assertThat(value("Function<Integer, Integer> h = this::plus;\nthis.n = 10;\nh.apply(1) + this.twice(2)"))
                .isEqualTo(33);
        run("double n = .5;");
        assertThat(refusal("twice(2)")).contains("no longer compiles");
        run("int n = 1;");
        assertThat(value("twice(2)")).isEqualTo(4);
        assertThat(refusal("Object o = this;")).isNotEmpty();
        assertThat(refusal("this.nobody")).isNotEmpty();
        assertThat(refusal("class S { static int f() { return this.n; } }")).contains("belongs to an object");
        assertThat(value("class T { int n = 8; int own() { return this.n; } }\nnew T().own()"))
                .isEqualTo(8);
    }

    @Test
    void thousandsOfOperatorsAreTooDeepAndCostOnlyTheCell() {
        String sum = IntStream.range(0, 20_000).mapToObj(i -> "k").collect(Collectors.joining(" + "));
        run("int k = 1;");
        assertThat(refusal(sum)).contains("nested too deep");
        assertThat(refusal("int all = " + sum + ";")).contains("nested too deep");
        assertThat(value("k + 1")).isEqualTo(2);
    }
}

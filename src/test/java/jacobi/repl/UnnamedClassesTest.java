package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A {@code var} keeps the type its value has, though no source can say it. */
@Tag("slow")
class UnnamedClassesTest extends CellsOfASession {
    UnnamedClassesTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void aVariableOfSeveralTypesKeepsThem() {
        done("import java.io.*;\nint[] n = {0};\nvar both = (Runnable & Serializable) () -> n[0]++;\nboth.run();\n"
                + "Serializable s = both;");
        done("both.run();\nvoid take(Serializable one) { both.run(); }\nSerializable again() { return both; }");
        done("take(both);\n((Runnable) again()).run();\nboth = (Runnable & Serializable) () -> n[0] += 10;");
        assertThat(value("take(both);\nboth.run();\nn[0]")).isEqualTo(24);
        done("var of = n[0] > 0 ? 1 : \"text\";\nComparable<?> c = of;\nSerializable t = of;");
        assertThat(value("Comparable<?> d = of;\nList<? extends Serializable> l = List.of(of);\nl.get(0)"))
                .isEqualTo(1);
    }

    @Test
    void elementsOfSeveralTypesKeepThem() {
        done("import java.io.*;\nvar mixed = List.of(1, \"a\");\nComparable<?> c = mixed.get(0);\n"
                + "Serializable s = mixed.get(1);");
        done("Comparable<?> d = mixed.get(1);\nSerializable first() { Comparable<?> e = mixed.get(0); return "
                + "mixed.get(0); }");
        assertThat(value("first()")).isEqualTo(1);
        done("mixed = List.of(2, \"b\");");
        assertThat(value("first()")).isEqualTo(2);
        done("var byName = Map.of(\"k\", new ArrayList<>(List.of(1, \"a\")));\n"
                + "Comparable<?> f = byName.get(\"k\").get(1);\nbyName.get(\"k\").add(\"z\");");
        assertThat(value("byName.get(\"k\").size()")).isEqualTo(3);
        done("var mixed = List.of(3, \"c\");\nComparable<?> g = mixed.get(0);");
        assertThat(value("first()")).as("declared again").isEqualTo(3);
        done("List<? extends Serializable> plain = List.of(1);\nvar plain = List.of(\"d\", 4);");
        assertThat(value("plain.get(0)")).isEqualTo("d");
    }

    @Test
    void objectsInListsKeepTheirMembers() {
        assertThat(value("var list = Stream.of(1, 2, 3).map(j -> new Object() { int i = j; int twice() { return 2 * i; "
                        + "} })"
                        + ".collect(Collectors.toList());\nlist.get(0).i + list.get(2).twice()"))
                .isEqualTo(7);
        run("list.get(1).i = 7;");
        assertThat(value("list.stream().mapToInt(o -> o.i).sum()")).isEqualTo(11);
        assertThat(value("var second = list.get(1);\nsecond.twice()")).isEqualTo(14);
        assertThat(value("int sum = 0;\nfor (var o : list) sum += o.twice();\nsum"))
                .isEqualTo(22);
    }

    @Test
    void whatTheyTakeFromAroundThemIsThereAtOnce() {
        run("int k = 4;");
        assertThat(value("var squares = IntStream.range(0, 3).mapToObj(i -> new Object() { int sq = i * i + k; "
                        + "}).toList();\n"
                        + "squares.get(2).sq"))
                .isEqualTo(8);
        assertThat(value("var m = Stream.of(\"a\", \"bb\").collect(Collectors.toMap(s -> s, s -> new Object() "
                        + "{ int len ="
                        + " s.length(); String again() { return s + s; } }));\nm.get(\"bb\").len + "
                        + "m.get(\"a\").again()"))
                .isEqualTo("2aa");
        assertThat(value("var first = Stream.of(1).map(j -> new Object() { int i = j; }).findFirst();\n"
                        + "var one = first.get();\none.i"))
                .isEqualTo(1);
        assertThat(value(
                        "var two = List.of(new Object() { int a = 1; }.a, new Object() { int b = 2; }.b);\ntwo.get(1)"))
                .isEqualTo(2);
    }

    @Test
    void innerClassesOfAnObjectKeepTheirs() {
        run("class Outer { int base = 5; class Inner { int b() { return base; } Inner() { } Inner(int k) { base = "
                + "k; } } }");
        assertThat(value("var v = new Outer().new Inner() { int q = b() + 1; };\nv.q"))
                .isEqualTo(6);
        assertThat(value("Outer o = new Outer();\nvar w = o.new Inner(9) { int q = b() + 1; };\nw.q + o.base"))
                .isEqualTo(19);
        assertThat(value("var r = new Runnable() { int n; public void run() { n++; } };\nr.run();\nr.n"))
                .isEqualTo(1);
    }

    @Test
    void typesMayBeAsDeepAsTheyLike() {
        run("Map<String, Map<Integer, List<Map<Long, Set<Optional<String>>>>>> deep = new HashMap<>();");
        assertThat(value("var same = deep;\nsame").toString()).isEqualTo("{}");
        run("same.put(\"a\", Map.of(1, List.of(Map.of(2L, Set.of(Optional.of(\"z\"))))));");
        assertThat(value("same.get(\"a\").get(1).get(0).get(2L).iterator().next().get().length()"))
                .isEqualTo(1);
    }
}

package jacobi.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Reflection tells the modifiers a class and its members were written with, to cells and to libraries. */
@Tag("slow")
class ModifiersTest extends CellsOfASession {
    private static final String PET = "class Pet { int a; protected int b; public int c; private int d; static int e;"
            + " Pet() { } protected Pet(int n) { } public Pet(String s) { }"
            + " void run() { } protected int sit() { return 1; } public int lie() { return 2; } private void bite() { }"
            + " static class Tail { int length; } private static class Ear { } protected interface Fur { } }";
    private static final String SHOWN = """
        String shown(java.lang.reflect.Member... all) {
            return Stream.of(all)
                    .map(m -> (java.lang.reflect.Modifier.toString(m.getModifiers()) + " " + m.getName()).strip())
                    .sorted().collect(Collectors.joining(", "));
        }
        """;

    ModifiersTest() {
        super(Corpus.IMPORTS);
    }

    @Test
    void membersAndClassesHaveTheirOwn() {
        done(PET);
        done("class Kit extends Pet { void run() { } }");
        done(SHOWN);
        assertThat(value("shown(Pet.class.getDeclaredFields())"))
                .isEqualTo("a, private d, protected b, public c, static e");
        assertThat(value("shown(Pet.class.getDeclaredMethods())"))
                .isEqualTo("private bite, protected sit, public lie, run");
        assertThat(value("shown(Pet.class.getDeclaredConstructors())")).isEqualTo("Pet, protected Pet, public Pet");
        assertThat(value("shown(Kit.class.getDeclaredMethods()) + shown(Kit.class.getDeclaredConstructors())"))
                .isEqualTo("runKit");
        assertThat(value("shown(Pet.class.getFields()) + shown(Pet.class.getConstructors())"))
                .isEqualTo("public cpublic Pet");
        assertThat(value("Stream.of(Pet.class.getMethods()).filter(m -> m.getDeclaringClass() == Pet.class).toList()"))
                .hasToString("[public int Pet.lie()]");
        assertThat(value("Pet.class.getDeclaredMethod(\"sit\")")).hasToString("protected int Pet.sit()");
        run("public class Hen { }\npublic record Egg(int n) { }");
        assertThat(value("Hen.class.toGenericString() + \", \" + Egg.class.toGenericString()"))
                .isEqualTo("public class Hen, public final record Egg");
        assertThat(value("Pet.class.toGenericString() + Kit.class.getModifiers()"))
                .isEqualTo("class Pet0");
        assertThat(value("Stream.of(Pet.class.getDeclaredClasses()).map(c -> c.getSimpleName() + c.getModifiers())"
                        + ".sorted().toList()"))
                .hasToString("[Ear10, Fur1548, Tail8]");
        assertThat(value("record Pair(int x) { }\n"
                        + "enum Side { LEFT }\n"
                        + "abstract class Shape { abstract int n(); }\n"
                        + "Pair.class.getModifiers() + \" \" + Side.class.getModifiers() + \" \" +"
                        + " Shape.class.getModifiers() + shown(Shape.class.getDeclaredMethods()) +"
                        + " Pair.class.getSimpleName() + Pair.class.isMemberClass()"))
                .isEqualTo("16 16400 1024abstract nPairfalse");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_20)
    void theFlagsOfAClassAreItsOwn() {
        run(PET);
        assertThat(value("Pet.class.accessFlags()")).hasToString("[SUPER]");
        assertThat(value("Pet.Fur.class.accessFlags().contains(java.lang.reflect.AccessFlag.PROTECTED)"))
                .isEqualTo(true);
        assertThat(value("String.class.accessFlags().contains(java.lang.reflect.AccessFlag.PUBLIC)"))
                .isEqualTo(true);
    }

    @Test
    void whatJavaLetsAPackageUseACellMayUseByReflection() {
        done(PET);
        done("class Kit extends Pet { void run() { b++; } }");
        assertThat(value("Object pet = Class.forName(\"Pet\").getDeclaredConstructor().newInstance();\n"
                        + "var field = Pet.class.getDeclaredField(\"a\");\nfield.setInt(pet, 7);\n"
                        + "field.get(pet) + \"\" + Pet.class.getDeclaredMethod(\"sit\").invoke(pet)"))
                .isEqualTo("71");
        assertThat(value("Object kit = Kit.class.newInstance();\n"
                        + "Pet.class.getDeclaredMethod(\"run\").invoke(kit);\n((Kit) kit).b"))
                .isEqualTo(1);
        assertThat(run("Pet.class.getDeclaredField(\"d\").get(pet)"))
                .isInstanceOfSatisfying(
                        Evaluation.Failure.class, no -> assertThat(no.ename()).isEqualTo("IllegalAccessException"));
    }
}

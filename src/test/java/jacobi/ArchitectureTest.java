package jacobi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jacobi.repl.library.KernelClasses;
import java.util.stream.Stream;

/** Which package may know which: two halves that meet in {@code display}. */
@AnalyzeClasses(packages = "jacobi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHAT_THEY_MAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("main")
            .definedBy("jacobi")
            .layer("command")
            .definedBy("jacobi.command..")
            .layer("wire")
            .definedBy("jacobi.wire..")
            .layer("kernel")
            .definedBy("jacobi.kernel..")
            .layer("repl")
            .definedBy("jacobi.repl..")
            .layer("notation")
            .definedBy("jacobi.notation..")
            .layer("source")
            .definedBy("jacobi.source..")
            .layer("display")
            .definedBy("jacobi.display..")
            .layer("operation")
            .definedBy("jacobi.operation..")
            .layer("setting")
            .definedBy("jacobi.setting..")
            .layer("language")
            .definedBy("jacobi.language..")
            .layer("tensor")
            .definedBy("jacobi.tensor..")
            .layer("linalg")
            .definedBy("jacobi.linalg..")
            .layer("nn")
            .definedBy("jacobi.nn..")
            .layer("optim")
            .definedBy("jacobi.optim..")
            .layer("data")
            .definedBy("jacobi.data..")
            .layer("learning")
            .definedBy("jacobi.learning..")
            .layer("calculus")
            .definedBy("jacobi.calculus..")
            .layer("probability")
            .definedBy("jacobi.probability..")
            .layer("frame")
            .definedBy("jacobi.frame..")
            .layer("plot")
            .definedBy("jacobi.plot..")
            .layer("exercise")
            .definedBy("jacobi.exercise..")
            .layer("lecture")
            .definedBy("jacobi.lecture..")
            .layer("widget")
            .definedBy("jacobi.widget..")
            .layer("rendering")
            .definedBy("jacobi.rendering..")
            .layer("notebook")
            .definedBy("jacobi.notebook..")
            .layer("course")
            .definedBy("jacobi.course..")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("command")
            .mayOnlyAccessLayers("language", "course", "notebook", "kernel", "repl", "wire", "tensor")
            .whereLayer("course")
            .mayOnlyAccessLayers("language", "notebook", "exercise", "source", "wire", "tensor", "display")
            .whereLayer("wire")
            .mayOnlyAccessLayers("language")
            .whereLayer("operation")
            .mayNotAccessAnyLayer()
            .whereLayer("setting")
            .mayNotAccessAnyLayer()
            .whereLayer("language")
            .mayNotAccessAnyLayer()
            .whereLayer("source")
            .mayOnlyAccessLayers("language")
            .whereLayer("notation")
            .mayOnlyAccessLayers("language", "source", "operation")
            .whereLayer("display")
            .mayOnlyAccessLayers("language", "operation")
            .whereLayer("tensor")
            .mayOnlyAccessLayers("language", "operation", "setting")
            .whereLayer("plot")
            .mayOnlyAccessLayers("language", "display", "operation", "setting")
            .whereLayer("kernel")
            .mayOnlyAccessLayers("language", "wire", "repl", "display")
            .whereLayer("repl")
            .mayOnlyAccessLayers("language", "source", "notation", "display", "setting")
            .whereLayer("linalg")
            .mayOnlyAccessLayers("language", "tensor")
            .whereLayer("nn")
            .mayOnlyAccessLayers("language", "tensor", "operation")
            .whereLayer("optim")
            .mayOnlyAccessLayers("language", "tensor", "operation")
            .whereLayer("data")
            .mayOnlyAccessLayers("language", "tensor", "operation", "nn")
            .whereLayer("learning")
            .mayOnlyAccessLayers("language", "tensor", "operation", "nn", "optim", "data", "plot", "display")
            .whereLayer("calculus")
            .mayOnlyAccessLayers("language", "tensor", "linalg", "plot", "display")
            .whereLayer("probability")
            .mayOnlyAccessLayers("language", "tensor", "linalg", "display")
            .whereLayer("lecture")
            .mayOnlyAccessLayers(
                    "language", "tensor", "linalg", "calculus", "probability", "frame", "operation", "plot", "display")
            .whereLayer("lecture")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("frame")
            .mayOnlyAccessLayers("language", "tensor", "display")
            .whereLayer("exercise")
            .mayOnlyAccessLayers("language", "tensor", "frame", "plot", "display")
            .whereLayer("widget")
            .mayOnlyAccessLayers("language", "operation", "plot", "display")
            .whereLayer("notebook")
            .mayOnlyAccessLayers("language", "wire");

    /** Each package, sub-packages apart, can be read without those that build on it. */
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE = slices().assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles()
            // Pictures escape text as all that is shown does.
            .ignoreDependency(resideInAPackage("jacobi.display.image"), resideInAPackage("jacobi.display"));

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    /** A cell that called such a method could not be compiled: cells do not see the kernel's own libraries. */
    @ArchTest
    static final ArchRule WHAT_CELLS_GET_IS_OF_TYPES_THEY_SEE = classes()
            .that()
            .resideInAnyPackage(
                    "jacobi.tensor",
                    "jacobi.linalg",
                    "jacobi.nn",
                    "jacobi.optim",
                    "jacobi.data",
                    "jacobi.learning",
                    "jacobi.calculus",
                    "jacobi.probability",
                    "jacobi.frame",
                    "jacobi.plot",
                    "jacobi.plot.film",
                    "jacobi.lecture",
                    "jacobi.exercise",
                    "jacobi.widget",
                    "jacobi.display",
                    "jacobi.notation.value")
            .and()
            .arePublic()
            .should(new ArchCondition<>("show only types of packages that cells see") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Stream<JavaClass> parents =
                            Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
                    Stream<JavaClass> members = Stream.concat(
                            type.getFields().stream()
                                    .filter(ArchitectureTest::isOpen)
                                    .map(JavaField::getRawType),
                            type.getCodeUnits().stream()
                                    .filter(ArchitectureTest::isOpen)
                                    .flatMap(unit -> Stream.concat(
                                            Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())));
                    Stream.concat(parents, members)
                            .map(JavaClass::getBaseComponentType)
                            .filter(shown -> !shown.isPrimitive()
                                    && !shown.getPackageName().startsWith("java")
                                    && !KernelClasses.offers(shown.getPackageName()))
                            .forEach(shown -> events.add(
                                    SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName())));
                }
            });

    private static boolean isOpen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}

package jacobi;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which: two halves that meet in {@code display}. */
@AnalyzeClasses(packages = "jacobi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHAT_THEY_MAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("main")
            .definedBy("jacobi")
            .layer("wire")
            .definedBy("jacobi.wire..")
            .layer("kernel")
            .definedBy("jacobi.kernel..")
            .layer("repl")
            .definedBy("jacobi.repl..")
            .layer("notation")
            .definedBy("jacobi.notation..")
            .layer("display")
            .definedBy("jacobi.display..")
            .layer("operation")
            .definedBy("jacobi.operation..")
            .layer("tensor")
            .definedBy("jacobi.tensor..")
            .layer("linalg")
            .definedBy("jacobi.linalg..")
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
            .layer("notebook")
            .definedBy("jacobi.notebook..")
            .whereLayer("wire")
            .mayNotAccessAnyLayer()
            .whereLayer("operation")
            .mayNotAccessAnyLayer()
            .whereLayer("notation")
            .mayOnlyAccessLayers("operation")
            .whereLayer("display")
            .mayNotAccessAnyLayer()
            .whereLayer("tensor")
            .mayOnlyAccessLayers("operation")
            .whereLayer("plot")
            .mayOnlyAccessLayers("display", "operation")
            .whereLayer("kernel")
            .mayOnlyAccessLayers("wire", "repl", "display")
            .whereLayer("repl")
            .mayOnlyAccessLayers("notation", "display")
            .whereLayer("linalg")
            .mayOnlyAccessLayers("tensor")
            .whereLayer("calculus")
            .mayOnlyAccessLayers("tensor", "linalg", "plot", "display")
            .whereLayer("probability")
            .mayOnlyAccessLayers("tensor", "linalg", "display")
            .whereLayer("frame")
            .mayOnlyAccessLayers("tensor", "display")
            .whereLayer("exercise")
            .mayOnlyAccessLayers("tensor", "plot", "display")
            .whereLayer("notebook")
            .mayOnlyAccessLayers("wire");
}

package jacobi.tensor.cpu;

/** Whether this JVM has the vector module; the classes that use it are loaded only if so. */
final class Lanes {
    static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Lanes() {}
}

package jacobi.tensor.cpu;

import java.lang.reflect.Method;

/**
 * The JDK's vector module, which a JVM does not hold unless it was asked for.
 *
 * <p>{@code --add-modules} would ask at the start. But a JVM started so resolves all of its modules anew instead of
 * taking them from its archive, links no class ahead of time, and prints a warning: a kernel's first cell ends 100 ms
 * later on OpenJDK 17, 260 ms later on 25. So the module is loaded when the first tensors are computed, as the JVM
 * itself loads those of an agent, and only by a program whose jar exports that part of the JDK to itself. Elsewhere
 * plain loops do the work.
 */
public final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private static volatile boolean unwanted;

    private VectorModule() {}

    /**
     * From now on it is not loaded, as in a JVM whose classes are to be archived: an archive cannot hold those of late
     * modules.
     */
    public static void keepOut() {
        unwanted = true;
    }

    /** Whether it can be loaded when it is wanted; otherwise a JVM must be started with it. */
    public static boolean comesLater() {
        return loader() != null;
    }

    /** Whether classes may use the module from now on; loads it if need be, which takes some 50 ms. */
    static boolean load() {
        return ModuleLayer.boot().findModule(NAME).isPresent() || !unwanted && Late.LOADED;
    }

    private static Method loader() {
        try {
            Class<?> modules = Class.forName("jdk.internal.module.Modules");
            boolean open = modules.getModule().isExported(modules.getPackageName(), VectorModule.class.getModule());
            return open ? modules.getMethod("loadModule", String.class) : null;
        } catch (ReflectiveOperationException e) {
            // A JDK that does it otherwise.
            return null;
        }
    }

    private static final class Late {
        static final boolean LOADED = load();

        private static boolean load() {
            Method loader = loader();
            try {
                return loader != null && loader.invoke(null, NAME) != null;
            } catch (ReflectiveOperationException e) {
                // A runtime image without the module.
                return false;
            }
        }
    }
}

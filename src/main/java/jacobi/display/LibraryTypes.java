package jacobi.display;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Renderers of types that are known by name: those of libraries a cell may add, and large parts of the JDK;
 * thread-safe.
 */
final class LibraryTypes {
    private final Renderer renderer;
    private final Map<String, BiConsumer<Class<?>, Renderer>> byName = new ConcurrentHashMap<>();

    /** Remembers with each class that it was looked at, and goes with it. */
    private final ClassValue<Boolean> met = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            BiConsumer<Class<?>, Renderer> register = byName.get(type.getName());
            if (register != null) {
                register.accept(type, renderer);
            }
            return register != null;
        }
    };

    LibraryTypes(Renderer renderer) {
        this.renderer = renderer;
    }

    void add(String type, BiConsumer<Class<?>, Renderer> register) {
        byName.put(type, register);
    }

    /** Whether a renderer is there for a class, or for what it extends or implements, by its name. */
    boolean knows(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (byName.containsKey(c.getName())) {
                return true;
            }
            for (Class<?> parent : c.getInterfaces()) {
                if (knows(parent)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Registers the renderers of a class and of all it extends and implements. */
    void meet(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            met.get(c);
            for (Class<?> parent : c.getInterfaces()) {
                meet(parent);
            }
        }
    }
}

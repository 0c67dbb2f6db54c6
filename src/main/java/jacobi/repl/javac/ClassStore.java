package jacobi.repl.javac;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The class files of units still in use, as javac wrote them, for compilers that start later. */
final class ClassStore {
    private final Map<String, byte[]> classes = new HashMap<>();

    void addAll(Map<String, byte[]> written) {
        classes.putAll(written);
    }

    /** Forgets a unit and the classes nested in it. */
    void remove(String qualifiedUnit) {
        classes.keySet().removeIf(name -> name.equals(qualifiedUnit) || name.startsWith(qualifiedUnit + "$"));
    }

    void forEach(BiConsumer<String, byte[]> action) {
        classes.forEach(action);
    }
}

package jacobi.repl.weaving;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the units of a session find each other: which slot a method is called through, which variable a field stands for.
 */
public final class Linkage {
    /** A field in the place of another one. */
    record Field(String owner, String name) {}

    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    /** By unit and name: hashing a record would link a method of the JDK's first, 7 ms of the first cell. */
    private final Map<String, Field> aliases = new ConcurrentHashMap<>();

    private final Map<String, WeakReference<UnitLoader>> loaders = new ConcurrentHashMap<>();
    /** The class above each class of cells, as javac calls them. */
    private final Map<String, String> parents = new ConcurrentHashMap<>();

    private final OwnNames names = new OwnNames();
    /** Whether anybody may ask what members classes of cells have. */
    private boolean reflected;

    /**
     * Has the class {@code type} of a unit go by its own name.
     *
     * @param alone whether nothing has another class of that name any more
     */
    public void name(String unit, String type, boolean alone) {
        names.put(unit, type, alone);
    }

    OwnNames names() {
        return names;
    }

    void parent(String type, String parent) {
        parents.put(type, parent);
    }

    /** The class above a class of cells, internal names; null of another class. */
    String parent(String type) {
        return parents.get(type);
    }

    /** Calls of {@code unit.name descriptor} go through {@code slot} from now on. */
    public void route(String unit, String name, String descriptor, Slot slot) {
        slots.put(key(unit, name, descriptor), slot);
    }

    /** The slot of a method, or null for one that is called directly. */
    Slot slot(String unit, String name, String descriptor) {
        return slots.get(key(unit, name, descriptor));
    }

    /** What tells a method from others. */
    static String key(String unit, String name, String descriptor) {
        return unit + "." + name + descriptor;
    }

    /** Makes {@code unit.name} stand for the same variable in an earlier unit. Binary names. */
    public void alias(String unit, String name, String earlier) {
        aliases.put(unit + "." + name, aliases.getOrDefault(earlier + "." + name, new Field(earlier, name)));
    }

    Field alias(String unit, String name) {
        return aliases.get(unit + "." + name);
    }

    void add(String unit, UnitLoader loader) {
        loaders.put(unit, new WeakReference<>(loader));
    }

    UnitLoader loader(String unit) {
        WeakReference<UnitLoader> found = loaders.get(unit);
        return found == null ? null : found.get();
    }

    /**
     * Has reflection tell the modifiers that members were written with, once anybody may ask: it takes a class longer
     * to load.
     *
     * @param added the loaders of a cell
     * @param libraries whether there is code that may ask though no cell does
     */
    public void restoreModifiers(List<UnitLoader> added, boolean libraries) {
        boolean asked = libraries || added.stream().anyMatch(UnitLoader::reflects);
        if (asked && !reflected) {
            reflected = true;
            loaders.values().forEach(held -> {
                UnitLoader loader = held.get();
                if (loader != null) {
                    loader.restoreModifiers();
                }
            });
        } else if (reflected) {
            added.forEach(UnitLoader::restoreModifiers);
        }
    }

    /** Forgets what belongs to a unit no live code can name. */
    public void forget(String unit) {
        loaders.remove(unit);
        names.forget(unit);
        String prefix = unit.replace('.', '/');
        parents.keySet().removeIf(type -> type.equals(prefix) || type.startsWith(prefix + "$"));
        slots.keySet().removeIf(key -> key.startsWith(unit + "."));
        aliases.keySet().removeIf(key -> key.startsWith(unit + ".") || key.startsWith(unit + "$"));
    }
}

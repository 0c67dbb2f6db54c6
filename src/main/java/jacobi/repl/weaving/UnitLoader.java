package jacobi.repl.weaving;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the classes of one unit, so that they go when nothing needs the unit any more. Other units' classes come
 * from their loaders, the rest from the session's libraries.
 */
public final class UnitLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Linkage linkage;
    private final Map<String, byte[]> woven = new HashMap<>();
    /** Keeps the units this one names from being collected before they are first used. */
    private final List<UnitLoader> needed = new ArrayList<>();

    private final Set<String> neededUnits = new HashSet<>();
    /** Of the methods called here; the units they were declared in may go meanwhile. */
    private final Map<String, Slot> slots = new HashMap<>();

    /**
     * @param unit the binary name of the unit's class
     */
    public UnitLoader(String unit, Linkage linkage, ClassLoader libraries) {
        super("cells", libraries);
        this.linkage = linkage;
        setDefaultAssertionStatus(true);
        linkage.add(unit, this);
    }

    /** Adds classes as javac wrote them, by binary name. All units of a batch have loaders before any is filled. */
    public void add(Map<String, byte[]> classes, Weaver weaver) {
        woven.putAll(classes);
        classes.forEach((name, bytes) -> {
            woven.put(name, weaver.weave(bytes, this::bytes));
            neededUnits.addAll(weaver.units());
        });
        slots.putAll(weaver.slots());
        for (String unit : neededUnits) {
            UnitLoader loader = linkage.loader(unit);
            if (loader != null && loader != this) {
                needed.add(loader);
            }
        }
    }

    /** Binary names of the units its classes mention. */
    public Set<String> neededUnits() {
        return neededUnits;
    }

    /** Sets the static fields of its classes to null, as far as they can be. */
    public void letGo() {
        for (String name : woven.keySet()) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                for (Field field : loaded.getDeclaredFields()) {
                    letGo(field);
                }
            }
        }
    }

    private static void letGo(Field field) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !field.getType().isPrimitive()) {
            try {
                field.setAccessible(true);
                field.set(null, null);
            } catch (IllegalAccessException e) {
                throw new AssertionError("it was made accessible", e);
            }
        }
    }

    /** A class of this unit or another one, or null. */
    private byte[] bytes(String name) {
        byte[] own = woven.get(name);
        UnitLoader other = own == null ? linkage.loader(outermost(name)) : null;
        return other == null ? own : other.woven.get(name);
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$', name.indexOf('.') + 1);
        return nested < 0 ? name : name.substring(0, nested);
    }

    Slot slot(String unit, String name, String descriptor) {
        return slots.get(Linkage.key(unit, name, descriptor));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = woven.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        UnitLoader other = linkage.loader(outermost(name));
        if (other != null && other != this) {
            return other.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}

package jacobi.repl.weaving;

import jacobi.repl.library.KernelClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

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
    /** The units of the classes its own mention, by the names these go by. */
    private final Map<String, String> homes = new HashMap<>();
    /** Of the methods called here; the units they were declared in may go meanwhile. */
    private final Map<String, Slot> slots = new HashMap<>();
    /** The modifiers members were written with, until reflection tells them; by binary name. */
    private final Map<String, Map<String, Integer>> written = new HashMap<>();
    /** What the JDK holds softly, and would gather again from the virtual machine. */
    private final List<Object> told = new ArrayList<>();

    private boolean reflects;

    /**
     * @param unit the binary name of the unit's class
     */
    public UnitLoader(String unit, Linkage linkage, ClassLoader libraries) {
        // A name would stand before each of its lines in a stack trace.
        super(libraries);
        this.linkage = linkage;
        setDefaultAssertionStatus(true);
        linkage.add(unit, this);
    }

    /** Adds classes as javac wrote them, by binary name. All units of a batch have loaders before any is filled. */
    public void add(Map<String, byte[]> classes, Weaver weaver) {
        OwnNames names = linkage.names();
        classes.forEach((name, bytes) -> linkage.parent(name.replace('.', '/'), new ClassReader(bytes).getSuperName()));
        classes.forEach((name, bytes) -> {
            String running = names.running(name);
            woven.put(running, weaver.weave(bytes, classes.keySet()));
            homes.put(OwnNames.outermost(running), outermost(name));
            neededUnits.addAll(weaver.units());
        });
        homes.putAll(weaver.homes());
        slots.putAll(weaver.slots());
        written.putAll(weaver.written());
        reflects = weaver.reflects();
        for (String unit : neededUnits) {
            UnitLoader loader = linkage.loader(unit);
            if (loader != null && loader != this) {
                needed.add(loader);
            }
        }
    }

    /** Whether its classes may ask what members others have. */
    boolean reflects() {
        return reflects;
    }

    /** Has reflection tell the modifiers that members were written with. */
    void restoreModifiers() {
        written.forEach((name, members) -> {
            try {
                told.add(OwnModifiers.restore(Class.forName(name, false, this), members));
            } catch (ClassNotFoundException | LinkageError e) {
                // Its parent is of a library that is not there; whoever uses it is told then.
            }
        });
        written.clear();
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

    private static String outermost(String name) {
        int nested = name.indexOf('$', name.indexOf('.') + 1);
        return nested < 0 ? name : name.substring(0, nested);
    }

    Slot slot(String unit, String name, String descriptor) {
        return slots.get(Linkage.key(unit, name, descriptor));
    }

    /** A class of cells is meant before one of a library that has its name. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (KernelClasses.isOfPlatform(name)) {
            return getPlatformClassLoader().loadClass(name);
        }
        if (!homes.containsKey(OwnNames.outermost(name))) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    /**
     * The class a name stands for now, as {@link Class#forName(String)} has it: of two of a name the one declared last.
     */
    Class<?> named(String name) throws ClassNotFoundException {
        String top = OwnNames.outermost(name);
        String newest = linkage.names().newest(top);
        return Class.forName(newest == null ? name : newest + name.substring(top.length()), true, this);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = woven.get(name);
        if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
        }
        String top = OwnNames.outermost(name);
        String home = homes.containsKey(top) ? homes.get(top) : linkage.names().home(name);
        UnitLoader other = linkage.loader(home == null ? outermost(name) : home);
        if (other != null && other != this) {
            return other.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}

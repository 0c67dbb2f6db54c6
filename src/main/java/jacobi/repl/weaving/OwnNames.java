package jacobi.repl.weaving;

import jacobi.source.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.commons.Remapper;

/**
 * The names that classes declared in cells go by when they run: the student's own, where javac has them in the class of
 * a unit, as {@code cells.cell4$Point}.
 *
 * <p>A class declared again takes the name over: whoever was compiled against the one before has a loader that goes on
 * finding that. Only while a variable still has the old class do both meet in one piece of code; then the new one is
 * {@code cell9.Point}.
 */
final class OwnNames extends Remapper {
    private static final String PREFIX = Unit.PACKAGE + "/";

    /** By javac's internal name. */
    private final Map<String, String> names = new ConcurrentHashMap<>();
    /** The units whose classes have the plain names now. */
    private final Map<String, String> homes = new ConcurrentHashMap<>();

    /** The binary names of the classes declared last, by the student's names. */
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    /** Names the class {@code type} of a unit; both are simple names. */
    void put(String unit, String type, boolean alone) {
        if (type.indexOf('$') < 0) {
            String running = alone ? type : unit + "." + type;
            names.put(PREFIX + unit + "$" + type, running.replace('.', '/'));
            homes.put(running, Unit.PACKAGE + "." + unit);
            newest.put(type, running);
        }
    }

    /** Forgets the classes of a unit, by its binary name. */
    void forget(String unit) {
        names.keySet().removeIf(name -> name.startsWith(unit.replace('.', '/') + "$"));
        homes.values().removeIf(unit::equals);
    }

    /** Whether a class has a name of its own, as declared at the top of a cell; internal names. */
    boolean isOwn(String type) {
        return names.containsKey(type);
    }

    /** The class at the top of a cell that a class is or stands in, as javac calls it; null for another class. */
    String top(String type) {
        if (!type.startsWith(PREFIX)) {
            return null;
        }
        int first = type.indexOf('$');
        int end = first < 0 ? -1 : type.indexOf('$', first + 1);
        String top = end < 0 ? type : type.substring(0, end);
        return names.containsKey(top) ? top : null;
    }

    /** The unit that has the class of a binary name now; null where none has. */
    String home(String binaryName) {
        return homes.get(outermost(binaryName));
    }

    /** The binary name of the class declared last under a name of the student's; null where there is none. */
    String newest(String type) {
        return newest.get(type);
    }

    /** The name without those of classes inside. */
    static String outermost(String binaryName) {
        int nested = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 1);
        return nested < 0 ? binaryName : binaryName.substring(0, nested);
    }

    /** The binary name a class has when it runs. */
    String running(String binaryName) {
        return map(binaryName.replace('.', '/')).replace('/', '.');
    }

    @Override
    public String map(String internalName) {
        String top = top(internalName);
        return top == null ? internalName : names.get(top) + internalName.substring(top.length());
    }
}

package jacobi.repl.running;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What code of cells does while somebody watches: its loops, and its calls of methods by their names.
 *
 * <p>Woven into cells as {@link Interruption} is: while nobody watches, a note is a call site bound to nothing, which
 * the just-in-time compiler leaves out. Watching is for all threads, since a cell may start some.
 */
public final class Trace {
    /** What a jump backward is noted as. */
    public static final String LOOP = "loop";

    private static final MethodType NOTE = MethodType.methodType(void.class, String.class);
    private static final MethodHandle PASS = MethodHandles.empty(NOTE);
    private static final MethodHandle KEEP;
    private static final MutableCallSite SITE = new MutableCallSite(PASS);
    private static final MethodHandle NOTED = SITE.dynamicInvoker();
    private static final MutableCallSite[] SITES = {SITE};

    private static volatile Set<String> ran;

    static {
        try {
            KEEP = MethodHandles.lookup().findStatic(Trace.class, "keep", NOTE);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Trace() {}

    /** Notes a construct that runs: {@link #LOOP} or a method's name; costs nothing while nobody watches. */
    public static void note(String construct) {
        try {
            NOTED.invokeExact(construct);
        } catch (RuntimeException | Error e) {
            // A cell that calls itself without end may use up its stack here.
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What has been noted since the last {@link #watch}; null while nobody watches. */
    public static Set<String> ran() {
        return ran;
    }

    /**
     * Watches from now on.
     *
     * @param into where notes go, null to watch no longer
     * @return where they went before
     */
    public static synchronized Set<String> watch(Set<String> into) {
        Set<String> before = ran;
        ran = into;
        if (before == null != (into == null)) {
            SITE.setTarget(into == null ? PASS : KEEP);
            MutableCallSite.syncAll(SITES);
        }
        return before;
    }

    /** An empty place for notes of several threads. */
    public static Set<String> notes() {
        return ConcurrentHashMap.newKeySet();
    }

    private static void keep(String construct) {
        Set<String> into = ran;
        if (into != null) {
            into.add(construct);
        }
    }
}

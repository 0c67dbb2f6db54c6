package jacobi.repl.weaving;

import static jacobi.language.Say.say;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;

/** What a method of cells currently is: every caller goes through it, so that a new body reaches them all at once. */
public final class Slot {
    private UnitLoader loader;
    private String unit;
    private String name;
    private String failure;
    private MutableCallSite site;

    /** Binds it to a method of a unit, whose loader may still be empty; callers see it after {@link #publish}. */
    public synchronized void bind(UnitLoader loader, String unit, String name) {
        this.loader = loader;
        this.unit = unit;
        this.name = name;
        this.failure = null;
    }

    /** Sends every caller to what it is bound to now. */
    public synchronized void publish() {
        rebind();
    }

    /** Makes every call throw, with this message. */
    public synchronized void fail(String message) {
        this.failure = message;
        rebind();
    }

    /** The binary name of the unit whose method it is bound to, or null while it fails. */
    public synchronized String unit() {
        return failure == null ? unit : null;
    }

    synchronized CallSite link(MethodType type) {
        if (site == null) {
            site = new MutableCallSite(type);
            rebind();
        }
        return site.type().equals(type) ? site : new MutableCallSite(target(type));
    }

    private void rebind() {
        if (site != null) {
            site.setTarget(target(site.type()));
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        }
    }

    private MethodHandle target(MethodType type) {
        if (failure == null) {
            try {
                return MethodHandles.publicLookup().findStatic(loader.loadClass(unit), name, type);
            } catch (ReflectiveOperationException e) {
                failure = say("weaving.slot.not-what-was-when", "name", name);
            }
        }
        MethodHandle thrower = MethodHandles.insertArguments(
                MethodHandles.throwException(type.returnType(), Unavailable.class), 0, new Unavailable(failure));
        return MethodHandles.dropArguments(thrower, 0, Arrays.asList(type.parameterArray()));
    }
}

package jacobi.repl.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links the calls between cells. */
public final class Linker {
    private static final MethodHandle NAMED;

    static {
        try {
            NAMED = MethodHandles.lookup()
                    .findVirtual(UnitLoader.class, "named", MethodType.methodType(Class.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Linker() {}

    /** The bootstrap method of {@link Class#forName(String)}, which looks from where it is called. */
    public static CallSite named(MethodHandles.Lookup caller, String name, MethodType type) {
        return new ConstantCallSite(NAMED.bindTo(caller.lookupClass().getClassLoader()));
    }

    /**
     * The bootstrap method of a call to a method of a cell.
     *
     * @param unit the binary name of the unit the caller was compiled against
     */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, String unit) {
        UnitLoader loader = (UnitLoader) caller.lookupClass().getClassLoader();
        return loader.slot(unit, name, type.toMethodDescriptorString()).link(type);
    }
}

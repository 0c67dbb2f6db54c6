package jacobi.repl.weaving;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links the calls between cells. */
public final class Linker {
    private Linker() {}

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

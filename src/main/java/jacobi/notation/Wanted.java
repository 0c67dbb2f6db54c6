package jacobi.notation;

import java.lang.reflect.Executable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands around a list in square brackets and says which Java value suits.
 *
 * @param types the types allowed there, as {@code double[]} or {@code java.util.List}; none where nothing is known
 * @param spread whether the elements may stand there one by one, as the last arguments of a varargs method
 * @param kept whether a variable keeps it, so that it must be changeable as Python's is
 */
record Wanted(Set<String> types, boolean spread, boolean kept) {

    /** Any value. */
    static final Wanted VALUE = new Wanted(Set.of(), false, false);

    /** What suits a variable of that type as written. */
    static Wanted of(String type) {
        return Types.isArray(type) ? new Wanted(Set.of(type), false, true) : new Wanted(Set.of(), false, true);
    }

    /** The array type a variable was declared with, or null. */
    String declaredArray() {
        return kept && types.size() == 1 ? types.iterator().next().replace("java.lang.", "") : null;
    }

    /** What suits argument {@code index} of {@code count} in a call of one of {@code methods}. */
    static Wanted argument(List<? extends Executable> methods, int index, int count) {
        Set<String> types = new LinkedHashSet<>();
        boolean spread = false;
        for (Executable method : methods) {
            Class<?>[] parameters = method.getParameterTypes();
            if (index < parameters.length) {
                types.add(Vocabulary.nameOf(parameters[index]));
                spread |= method.isVarArgs() && index == parameters.length - 1 && index == count - 1;
            }
        }
        return new Wanted(types, spread, false);
    }
}

package jacobi.repl.failure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What is known of names when a cell does not compile, so that hints name only what is there and can be used. */
public interface KnownNames {

    /** What holds a value: variables of cells, constants that are imported. */
    Collection<String> variables();

    /** Methods that are called by their name alone: those of cells, functions that are imported. */
    Collection<String> functions();

    /** Classes of cells. */
    Collection<String> types();

    /** Whether a class goes by a name of which {@code new} makes objects. */
    boolean canBeMade(String type);

    /** Whether a class or interface goes by a name. */
    boolean isType(String name);

    /** Why a name that was declared cannot be used yet, or null. */
    String waiting(String name);

    /**
     * The members of a type a cell may use, by its qualified name: how many arguments a method takes, in each of its
     * forms, and of a field none.
     */
    Map<String, Set<Integer>> members(String type);

    /** Whether a function takes one value of a type, by its qualified name. */
    boolean takes(String function, String type);
}

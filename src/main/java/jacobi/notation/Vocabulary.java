package jacobi.notation;

import java.util.List;

/**
 * The words notation may write: the tensor class and the functions whose arguments have names, found by reflection on
 * what the prelude imports.
 */
public final class Vocabulary {

    private Vocabulary() {}

    /**
     * The vocabulary of a session.
     *
     * @param imports the prelude's lines; the classes of {@code jacobi} they import give the names
     * @param loader where those classes are found; a class that is missing is left out
     */
    public static Vocabulary of(List<String> imports, ClassLoader loader) {
        return new Vocabulary();
    }
}

package jacobi.repl.magic;

import jacobi.repl.Evaluation;
import jacobi.repl.library.Library;
import jacobi.repl.library.LibraryChange;
import java.util.List;
import java.util.function.Predicate;

/** What magics may ask of the session. */
public interface Host {
    /** Runs code. */
    Evaluation evaluate(String code, CodeOrigin origin);

    /**
     * Runs code for a cell that is running.
     *
     * @return its value, null where it has none
     * @throws Throwable what the code throws, or that it does not compile
     */
    Object evaluateWithin(String code) throws Throwable;

    /** Whether a cell declared a variable, a method or a type of that name. */
    boolean declares(String name);

    /** Whether a cell declared a method of that name. */
    boolean declaresMethod(String name);

    /** Work that takes its time. */
    interface Work {
        Evaluation run() throws Exception;
    }

    /**
     * Does work of a magic which a request to stop reaches: its thread is interrupted then.
     *
     * @throws MagicException what the work throws
     */
    Evaluation interruptible(Work work) throws MagicException;

    /** The libraries that were added, in the order they are searched. */
    List<Library> added();

    /** Loads the classes of added libraries. */
    ClassLoader libraries();

    /** The import lines cells have gathered. */
    List<String> imports();

    /** Forgets all names, imports and values. */
    void reset();

    /**
     * Adds libraries to what cells may use.
     *
     * @param consent whether to make the change this comes to; if not, nothing changes
     * @return what the change is, or would have been
     */
    LibraryChange addLibraries(List<Library> wanted, Predicate<LibraryChange> consent);

    /** The live variables, methods and types, a line each, in the order they were declared. */
    List<Live> live();

    /** Signature and documentation of a name, as an editor shows them; empty if nothing is known of it. */
    String describe(String name);

    /**
     * Has a stopwatch pause while cells are compiled; null for none.
     *
     * @return the one before it, or null
     */
    Stopwatch stopwatch(Stopwatch watch);

    /** Whether calls show their values with a semicolon, too. */
    boolean everyValue();

    void everyValue(boolean on);

    /** Whether tensor notation is read. */
    boolean notation();

    void notation(boolean on);

    /** The plain Java of the last cell that ran, with the import it needs, or null before the first. */
    String lastPlainJava();

    /**
     * @param kind variable, method or type
     * @param value a variable's value in short, else an empty string
     */
    record Live(String kind, String name, String type, String value) {}
}

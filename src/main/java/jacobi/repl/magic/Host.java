package jacobi.repl.magic;

import jacobi.repl.Evaluation;
import java.nio.file.Path;
import java.util.List;

/** What magics may ask of the session. */
public interface Host {
    /** Runs code as part of a cell. */
    Evaluation evaluate(String code, int cell);

    /** Forgets all names, imports and values. */
    void reset();

    /** Adds jars or folders of classes to what cells may use. */
    void addToClassPath(List<Path> paths) throws MagicException;

    /** The live variables, methods and types, a line each, in the order they were declared. */
    List<Live> live();

    /** Signature and documentation of a name, as an editor shows them; empty if nothing is known of it. */
    String describe(String name);

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

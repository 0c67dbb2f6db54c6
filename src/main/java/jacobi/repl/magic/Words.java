package jacobi.repl.magic;

import static jacobi.language.Say.say;

import java.util.List;

/** What a running cell may ask of its session: magics and code as values. */
public final class Words {
    private static volatile Pieces session;

    private Words() {}

    /** The session whose cell runs. */
    static void of(Pieces pieces) {
        session = pieces;
    }

    /**
     * Runs a magic of a line, as {@code lineMagic("jars", "lib/*.jar")}.
     *
     * @return what it finds, as the paths of jars; null of one that only does something
     */
    public static <T> T lineMagic(String name, String arguments) {
        return Words.<T>unchecked(session().magic(name, arguments, null));
    }

    /** Runs a magic of a line. */
    public static <T> T lineMagic(String name, List<String> arguments) {
        return lineMagic(name, String.join(" ", arguments));
    }

    /** Runs a magic of a cell, which {@code body} is. */
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return Words.<T>unchecked(session().magic(name, String.join(" ", arguments), body));
    }

    /** Runs code as a cell that declares what it declares and has the value of its last line. */
    public static Object eval(String code) throws Exception {
        try {
            return session().host().evaluateWithin(code);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T unchecked(Object value) {
        return (T) value;
    }

    private static Pieces session() {
        Pieces running = session;
        if (running == null) {
            throw new IllegalStateException(say("magic.words.magics-cells-notebook-none"));
        }
        return running;
    }
}

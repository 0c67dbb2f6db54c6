package jacobi.repl.engine;

import static jacobi.language.Say.say;

import jacobi.display.ValueText;
import jacobi.repl.session.Session;
import jacobi.repl.session.Variable;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Values in a few words, for lists of names. */
final class ShortText {
    private static final int LONGEST = 80;
    private static final int LONGEST_OF_ALL = 4_000;
    private static final int MOST_ELEMENTS = 10;

    private ShortText() {}

    /** The value of a live variable on one line; a failing {@code toString} says so. */
    static String of(Session session, Variable variable) {
        try {
            return of(session.value(variable));
        } catch (ReflectiveOperationException | LinkageError e) {
            return "";
        }
    }

    /** The class and the value of a live variable, on as many lines as it takes; a long one is cut. */
    static String atLength(Session session, Variable variable) {
        Object value;
        try {
            value = session.value(variable);
        } catch (ReflectiveOperationException | LinkageError e) {
            return "";
        }
        if (value == null) {
            return say("engine.shortText.holds-no-object");
        }
        String text;
        try {
            text = ValueText.of(value);
        } catch (RuntimeException | StackOverflowError e) {
            text = of(value);
        }
        String unboxed =
                MethodType.methodType(value.getClass()).unwrap().returnType().getName();
        return (unboxed.equals(variable.shortType())
                        ? unboxed
                        : value.getClass().getTypeName()) + ":\n"
                + (text.length() <= LONGEST_OF_ALL ? text : text.substring(0, LONGEST_OF_ALL - 3) + "...");
    }

    static String of(Object value) {
        String text;
        try {
            text = value instanceof CharSequence
                    ? "\"" + value + "\""
                    : value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return say("engine.shortText.threw", "e", e.getClass().getSimpleName());
        }
        String line = text == null ? "null" : text.replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }

    private static String array(Object array) {
        List<String> elements = new ArrayList<>();
        int length = Array.getLength(array);
        for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
            elements.add(of(Array.get(array, i)));
        }
        return "[" + String.join(", ", elements) + (length > MOST_ELEMENTS ? ", ... " + length + " elements]" : "]");
    }
}

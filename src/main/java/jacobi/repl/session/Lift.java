package jacobi.repl.session;

import jacobi.source.Part.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of an unnamed class in a {@code var}, or in a list there, whose members stay usable because the class gets
 * a name. What the class takes from around it, as the parameter of a lambda, is held by a class around it: it is there
 * before the object's own fields get their values.
 *
 * @param variable the name of the variable
 * @param className the name its class gets
 * @param head what its class extends or implements, as {@code extends java.lang.Object}
 * @param creation from {@code new}, or the object it is made inside of, to the end of the body
 * @param enclosing that object, or null
 * @param arguments of its constructor, without the parentheses
 * @param parameters types of the constructor's parameters, the enclosing object's first
 * @param taken the names of what it takes, and their types
 * @param body with its braces
 */
record Lift(
        String variable,
        String className,
        String head,
        Span creation,
        Span enclosing,
        Span arguments,
        List<String> parameters,
        List<Taken> taken,
        Span body) {

    /** A local variable or parameter around the class. */
    record Taken(String name, String type) {}

    /** The type of the object in source, with the unit's name before it. */
    String type() {
        return taken.isEmpty() ? className : holder() + "." + className;
    }

    private String holder() {
        return className + "in";
    }

    /** The class up to its body's brace. */
    String opening() {
        String own = "class " + className + " " + head + " {" + constructor();
        if (taken.isEmpty()) {
            return own;
        }
        StringBuilder around = new StringBuilder("class " + holder() + " {");
        List<String> declared = new ArrayList<>();
        StringBuilder kept = new StringBuilder();
        for (Taken one : taken) {
            around.append(" final ")
                    .append(one.type())
                    .append(' ')
                    .append(one.name())
                    .append(';');
            declared.add(one.type() + " " + one.name());
            kept.append(" this.")
                    .append(one.name())
                    .append(" = ")
                    .append(one.name())
                    .append(';');
        }
        around.append(' ')
                .append(holder())
                .append('(')
                .append(String.join(", ", declared))
                .append(") {");
        return around.append(kept).append(" } ").append(own).toString();
    }

    /** What follows the body. */
    String closing() {
        return taken.isEmpty() ? "" : " }";
    }

    /** A constructor that passes everything on, where there is anything to pass. */
    private String constructor() {
        if (parameters.isEmpty()) {
            return "";
        }
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            declared.add(parameters.get(i) + " a" + i);
            passed.add("a" + i);
        }
        String outer = enclosing == null ? "" : passed.remove(0) + ".";
        return className + "(" + String.join(", ", declared) + ") { " + outer + "super(" + String.join(", ", passed)
                + "); }";
    }

    /** How the object is made, up to its enclosing object or arguments. */
    String beforeArguments() {
        String names = String.join(", ", taken.stream().map(Taken::name).toList());
        return (taken.isEmpty() ? "" : "new " + holder() + "(" + names + ").") + "new " + className + "(";
    }

    /** What stands between the enclosing object and the arguments; they end with the bracket. */
    String between() {
        return enclosing != null && arguments.end() > arguments.start() + 1 ? ", " : "";
    }
}

package jacobi.repl.session;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import jacobi.repl.weaving.Weaver;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.VariableDeclaration;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the statements of a cell see that declares a variable again with another type: each the variable that was
 * declared last before it.
 *
 * <p>The last variable of a name is the one that lives on, a field of the unit, and the one methods and types of the
 * cell mean. An earlier one is a field of a nested class, and the statements from its declaration to the next stand in
 * a method of that class, where Java finds the inner field first. Declared again with the same type, a variable stays
 * the same one, within a cell as from cell to cell.
 *
 * <p>JShell runs such cells, and so does who pastes two of a book's blocks into one; to javac they are an error. 10 of
 * the 1,050 cells recorded from JShell declare a name again.
 */
final class Stretches {
    /** What the names of the nested classes begin with. */
    static final String CLASS = "$at";

    /** A variable as it was declared, of which a later line of the cell may declare the like. */
    record Variant(VariableDeclaration part, Declarator variable) {
        String name() {
            return variable.name();
        }

        /** By where its name stands; of one cell, no two are there. Parts would be compared word for word. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Variant variant && variant.place() == place();
        }

        @Override
        public int hashCode() {
            return place();
        }

        private int place() {
            return variable.nameSpan().start();
        }
    }

    /**
     * Parts in a row that mean the same variables.
     *
     * @param hidden the variables that have a later one of their name, by name
     */
    record Stretch(int number, List<Part> parts, Map<String, Variant> hidden) {
        /** The nested class they are in; null where they stand in the unit's own. */
        String className() {
            return hidden.isEmpty() ? null : CLASS + number;
        }

        /** The method they are in. */
        String method() {
            return number == 0 && hidden.isEmpty() ? Weaver.RUN : methodName(number);
        }

        String call() {
            return (hidden.isEmpty() ? "" : className() + ".") + method() + "();";
        }

        private static String methodName(int number) {
            return Weaver.RUN + number;
        }
    }

    private final Map<String, List<Variant>> variants = new LinkedHashMap<>();
    private final Set<Variant> repeated = new HashSet<>();
    private final List<Stretch> all = new ArrayList<>();

    /**
     * @param types types of variables by {@link Plan#key}, as far as they are known; until then only types in the same
     *     words are the same
     */
    Stretches(List<Part> parts, String source, Map<String, String> types) {
        Map<String, Variant> last = new HashMap<>();
        for (Part part : parts) {
            if (part instanceof VariableDeclaration declaration) {
                for (Declarator variable : declaration.declarators()) {
                    Variant now = new Variant(declaration, variable);
                    Variant before = last.put(now.name(), now);
                    if (before != null && before.part() == declaration) {
                        // Twice in one declaration is Java's to refuse.
                        continue;
                    }
                    if (before != null && isSame(before, now, source, types)) {
                        repeated.add(now);
                    } else {
                        variants.computeIfAbsent(now.name(), name -> new ArrayList<>())
                                .add(now);
                    }
                }
            }
        }
        if (variants.values().stream().anyMatch(ofName -> ofName.size() > 1)) {
            cut(parts);
        } else {
            all.add(new Stretch(0, parts, Map.of()));
        }
    }

    private static boolean isSame(Variant a, Variant b, String source, Map<String, String> types) {
        String one = types.get(Plan.key(a.variable()));
        String other = types.get(Plan.key(b.variable()));
        if (one != null && other != null) {
            return one.equals(other);
        }
        return !a.part().inferred()
                && !b.part().inferred()
                && a.part().type().of(source).equals(b.part().type().of(source))
                && a.variable().dimensions().equals(b.variable().dimensions());
    }

    private void cut(List<Part> parts) {
        Map<String, Variant> hidden = new LinkedHashMap<>();
        List<Part> current = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Variant> next = after(part, hidden);
            if (!next.equals(hidden) && !current.isEmpty()) {
                all.add(new Stretch(all.size(), current, hidden));
                current = new ArrayList<>();
            }
            hidden = next;
            current.add(part);
        }
        all.add(new Stretch(all.size(), current, hidden));
    }

    private Map<String, Variant> after(Part part, Map<String, Variant> hidden) {
        if (!(part instanceof VariableDeclaration declaration)) {
            return hidden;
        }
        Map<String, Variant> next = new LinkedHashMap<>(hidden);
        for (Declarator variable : declaration.declarators()) {
            List<Variant> ofName = variants.get(variable.name());
            Variant here = new Variant(declaration, variable);
            if (here.equals(ofName.get(ofName.size() - 1))) {
                next.remove(variable.name());
            } else if (ofName.contains(here)) {
                next.put(variable.name(), here);
            }
        }
        return next;
    }

    /** Whether a method of a unit, by its name, holds statements of the cell and not a declaration. */
    static boolean holdsStatements(CharSequence method) {
        return method.toString().startsWith(Weaver.RUN);
    }

    /** The parts of the cell in order, cut where a name begins to mean another variable. */
    List<Stretch> all() {
        return all;
    }

    /** Whether an earlier line declares the same variable; then this one assigns to it. */
    boolean isRepeated(VariableDeclaration part, Declarator variable) {
        return repeated.contains(new Variant(part, variable));
    }

    /** Whether a later line declares another variable of its name. */
    boolean isHidden(VariableDeclaration part, Declarator variable) {
        List<Variant> ofName = variants.get(variable.name());
        int index = ofName.indexOf(new Variant(part, variable));
        return index >= 0 && index < ofName.size() - 1;
    }

    /** The different variables of each name in order, the one that lives on last. */
    Map<String, List<Variant>> variants() {
        return variants;
    }

    /** Whether some name is declared more than once. */
    boolean hasRepeated() {
        return !repeated.isEmpty() || all.size() > 1;
    }

    /** The nested class that holds a variable; null where the unit's own does. */
    String className(Variant variant) {
        return all.stream()
                .filter(stretch -> stretch.hidden().containsValue(variant))
                .map(Stretch::className)
                .findFirst()
                .orElse(null);
    }

    /** Whether the cell declares a name with several types. */
    boolean isRetyped(String name) {
        return variants.containsKey(name) && variants.get(name).size() > 1;
    }

    /** The variable of a name that lives on; null where the cell declares none. */
    Variant last(String name) {
        List<Variant> ofName = variants.get(name);
        return ofName == null ? null : ofName.get(ofName.size() - 1);
    }

    /** For errors in methods and types that mention a variable of several types: which one they mean. */
    static List<Diagnostic> advice(List<Diagnostic> errors, Plan plan) {
        Stretches stretches = plan.stretches();
        Cell cell = plan.main().cell;
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (Diagnostic error : errors) {
            Declaration part = plan.declarationAt(error.position());
            List<Token> tokens =
                    part == null ? List.of() : Lexer.tokens(part.span().of(cell.source()));
            for (Token token : tokens) {
                if (token.isWord() && stretches.isRetyped(token.text())) {
                    int start = part.start() + token.start();
                    int end = part.start() + token.end();
                    int declared = cell.line(stretches.last(token.text()).part().start());
                    int line = cell.typedLines().applyAsInt(declared);
                    String text = say("session.several-types", "name", token.text(), "line", line);
                    found.putIfAbsent(token.text(), new Diagnostic("jacobi.err.retyped", start, start, end, text));
                }
            }
        }
        return List.copyOf(found.values());
    }
}

package jacobi.repl.session;

import jacobi.source.Cell;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What compiling a cell comes to: units, the cell's own first, then one for each earlier declaration that has to be
 * compiled again because of it.
 */
final class Plan {

    /** One unit to be. */
    static final class UnitPlan {
        final Cell cell;
        final List<Part> parts;
        final List<UnitWriter.Stub> stubs = new ArrayList<>();
        final List<Lift> lifts = new ArrayList<>();
        /** Where {@code this} stands outside of all classes, with the name it is asked for. */
        final Map<Integer, String> selves = new HashMap<>();
        /** Where a variable stands that is of several types at once, with all of them; units go by {@code cells.#i}. */
        final Map<Integer, String> casts = new HashMap<>();
        /** The live or waiting declaration it replaces, or null for what is the cell's own. */
        final Object replaces;
        /** What its declarations take from outside, once it is attributed. */
        final Map<Declaration, Map<String, String>> uses = new IdentityHashMap<>();

        UnitPlan(Cell cell, List<Part> parts, Object replaces) {
            this.cell = cell;
            this.parts = new ArrayList<>(parts);
            this.replaces = replaces;
        }

        Declaration declaration() {
            return (Declaration) parts.get(0);
        }

        Map<Integer, String> casts(List<String> unitNames) {
            Map<Integer, String> named = new HashMap<>();
            casts.forEach((at, type) -> named.put(at, named(type, unitNames)));
            return named;
        }
    }

    private static final Pattern MENTIONED = Pattern.compile("cells\\.#(\\d+)\\.");

    final List<UnitPlan> units = new ArrayList<>();
    /**
     * Types of variables by {@link #key}, of all that are inferred or declared more than once, and of the value under
     * {@link #valueName}; under {@link #allKey} of those that are of several types; units go by {@code cells.#i}.
     */
    final Map<String, String> types = new HashMap<>();
    /** Types of the variables the cell leaves behind, by name. */
    final Map<String, String> variables = new HashMap<>();
    /** The methods of each unit, by their keys. */
    final List<Map<String, MethodContract>> contracts = new ArrayList<>();

    final String valueName;
    /** What to tell of lines that were left out. */
    final List<String> notes;
    /** Members of cells' classes the cell imports. */
    final List<OwnImport> imports;

    UnitWriter.ValueForm form;
    private final Map<Declaration, String> keys = new IdentityHashMap<>();
    /** The cell's own declarations that wait for names. */
    final Map<String, Pending> waiting = new HashMap<>();
    /** Earlier ones that do. */
    final Map<String, Pending> stillWaiting = new HashMap<>();
    /** Declarations that compile no more, by the names or keys they go by, with what to tell their callers. */
    final Map<String, Pending> broken = new HashMap<>();

    Plan(Cell cell, List<Part> parts, String valueName, List<String> notes, List<OwnImport> imports) {
        this.notes = List.copyOf(notes);
        this.imports = List.copyOf(imports);
        units.add(new UnitPlan(cell, parts, null));
        this.valueName = valueName;
        boolean value = parts.stream().anyMatch(part -> part instanceof Part.Value);
        form = value ? UnitWriter.ValueForm.INFERRED : UnitWriter.ValueForm.STATEMENT;
    }

    /** Whether a declaration is found to compile no more. */
    boolean isBroken(Declaration part, Cell cell) {
        return broken.values().stream()
                .anyMatch(one -> one.part().equals(part) && one.cell().equals(cell));
    }

    /** Whether a declaration of the cell by this name has to wait itself. */
    boolean waitsFor(String name) {
        return waiting.values().stream().anyMatch(one -> one.part().name().equals(name));
    }

    /** Types that are no more, because they do not compile, or are declared anew and have to wait. */
    Set<String> brokenTypes() {
        if (broken.isEmpty() && waiting.isEmpty()) {
            return Set.of();
        }
        return Stream.concat(broken.values().stream(), waiting.values().stream().filter(one -> !one.usable()))
                .filter(one -> one.part() instanceof Part.TypeDeclaration)
                .map(one -> one.part().name())
                .collect(Collectors.toSet());
    }

    /** What a declaration goes by: the name of a type, and of a method what tells it from its overloads. */
    String key(Declaration part, Cell cell) {
        String known = keys.get(part);
        if (known != null) {
            return known;
        }
        return part instanceof Part.MethodDeclaration method ? Method.key(method, cell.source()) : part.name();
    }

    /** Has a declaration go by the key of another one, which it replaces or is. */
    void putKey(Declaration part, String key) {
        keys.put(part, key);
    }

    /** What tells a declaration of a variable from others of its name in the cell. */
    static String key(Part.Declarator variable) {
        return variable.name() + "@" + variable.nameSpan().start();
    }

    /** What the types of a variable are under that is of several at once, in the words of a cast. */
    static String allKey(Part.Declarator variable) {
        return key(variable) + "&";
    }

    /** All types of a variable that the cell leaves behind; null of one that has one. */
    String allTypes(String name) {
        String found = null;
        for (Part part : main().parts) {
            if (part instanceof Part.VariableDeclaration variables && variables.inferred()) {
                Part.Declarator variable = variables.declarators().get(0);
                found = variable.name().equals(name) ? types.get(allKey(variable)) : found;
            }
        }
        return found;
    }

    /** Which variables the statements of the cell mean, as far as the types are known. */
    Stretches stretches() {
        return new Stretches(main().parts, main().cell.source(), types);
    }

    /** Takes out a unit; those after it, and the types that name them, move up. */
    void removeUnit(int index) {
        units.remove(index);
        types.replaceAll((key, type) -> MENTIONED.matcher(type).replaceAll(unit -> {
            int number = Integer.parseInt(unit.group(1));
            return "cells.#" + (number > index ? number - 1 : number) + ".";
        }));
    }

    /** The parts of the cell itself, those that have units of their own among them. */
    List<Part> ownParts() {
        List<Part> parts = new ArrayList<>();
        for (UnitPlan unit : units) {
            if (unit.replaces == null) {
                parts.addAll(unit.parts);
            }
        }
        return parts;
    }

    /** The method or type of the cell around a position; null where there is none. */
    Declaration declarationAt(int position) {
        return (Declaration) units.stream()
                .filter(unit -> unit.replaces == null && !unit.cell.generated())
                .flatMap(unit -> unit.parts.stream())
                .filter(part -> part instanceof Declaration && part.span().contains(position))
                .findFirst()
                .orElse(null);
    }

    /** Gives a type of the cell a unit of its own, as if another cell had declared it. */
    void separate(Part.TypeDeclaration type) {
        UnitPlan own = new UnitPlan(main().cell, List.of(type), null);
        main().parts.remove(type);
        main().stubs.removeIf(stub -> type.span().contains(stub.body().start()) && own.stubs.add(stub));
        units.add(own);
        Pattern named = Pattern.compile("cells\\.#0\\." + Pattern.quote(type.name()) + "\\b");
        String place = "cells.#" + (units.size() - 1) + "." + type.name();
        types.replaceAll((key, text) -> named.matcher(text).replaceAll(Matcher.quoteReplacement(place)));
    }

    UnitPlan main() {
        return units.get(0);
    }

    /** Whether the variable of a name the cell leaves behind is declared final. */
    boolean isFinal(String name) {
        boolean last = false;
        for (Part part : main().parts) {
            if (part instanceof Part.VariableDeclaration variables
                    && variables.declarators().stream()
                            .anyMatch(one -> one.name().equals(name))) {
                last = variables.isFinal();
            }
        }
        return last;
    }

    boolean hasValue() {
        return form != UnitWriter.ValueForm.STATEMENT;
    }

    /** The variables the cell declares with their types, as they stand in it. */
    Map<String, String> inOrder() {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Part part : main().parts) {
            if (part instanceof Part.VariableDeclaration declaration) {
                for (Part.Declarator variable : declaration.declarators()) {
                    if (variables.containsKey(variable.name())) {
                        ordered.put(variable.name(), variables.get(variable.name()));
                    }
                }
            }
        }
        return ordered;
    }

    /** The types with units under the names they have now. */
    Map<String, String> types(List<String> unitNames) {
        Map<String, String> named = new HashMap<>();
        types.forEach((name, type) -> named.put(name, named(type, unitNames)));
        return named;
    }

    static String named(String type, List<String> unitNames) {
        String text = type;
        for (int i = 0; i < unitNames.size(); i++) {
            text = text.replace("cells.#" + i + ".", "cells." + unitNames.get(i) + ".");
        }
        return text;
    }

    /** The reverse of {@link #named}. */
    static String anonymous(String type, List<String> unitNames) {
        String text = type;
        for (int i = 0; i < unitNames.size(); i++) {
            text = text.replace("cells." + unitNames.get(i) + ".", "cells.#" + i + ".");
        }
        return text;
    }

    /** The names a unit declares. */
    static Set<String> declared(UnitPlan unit) {
        Set<String> names = new HashSet<>();
        for (Part part : unit.parts) {
            if (part instanceof Declaration declaration) {
                names.add(declaration.name());
            } else if (part instanceof Part.VariableDeclaration variables) {
                variables.declarators().forEach(variable -> names.add(variable.name()));
            }
        }
        return names;
    }
}

package jacobi.repl.session;

import jacobi.repl.javac.Imports;
import jacobi.source.Part;
import jacobi.source.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that are live in a session. */
public final class Names {
    /** Overloads of one name, by {@link Method#key}, and the newest unit that declares or forwards all of them. */
    record Overloads(String unit, Map<String, Method> methods) {}

    private final List<Part.Import> prelude = new ArrayList<>();
    private final Imports brought;
    private final List<Part.Import> imports = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Overloads> methods = new LinkedHashMap<>();
    private final Map<String, DeclaredType> types = new LinkedHashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    /**
     * @param prelude import lines every cell starts with
     * @param brought what import lines bring
     */
    public Names(List<String> prelude, Imports brought) {
        Splitter.split(String.join("\n", prelude)).forEach(line -> this.prelude.add((Part.Import) line));
        this.brought = brought;
    }

    public Collection<Variable> variables() {
        return variables.values();
    }

    public Variable variable(String name) {
        return variables.get(name);
    }

    public DeclaredType type(String name) {
        return types.get(name);
    }

    public Collection<DeclaredType> types() {
        return types.values();
    }

    Collection<Pending> pending() {
        return pending.values();
    }

    Pending pending(String name) {
        return pending.values().stream()
                .filter(waiting -> waiting.part().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Why a declared name cannot be used yet, or null. */
    public String waitingFor(String name) {
        Pending waiting = pending(name);
        return waiting == null ? null : waiting.message();
    }

    /** The names of everything live, for suggestions. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>(variables.keySet());
        all.addAll(methods.keySet());
        all.addAll(types.keySet());
        return all;
    }

    /** All live methods. */
    public List<Method> methods() {
        List<Method> all = new ArrayList<>();
        methods.values().forEach(overloads -> all.addAll(overloads.methods().values()));
        return all;
    }

    /** The live overloads of a name, by {@link Method#key}. */
    public Map<String, Method> methods(String name) {
        Overloads found = methods.get(name);
        return found == null ? Map.of() : found.methods();
    }

    /** The unit that declares or forwards every live overload of a name. */
    public String unitOfMethods(String name) {
        return methods.get(name).unit();
    }

    /** The import lines the session has gathered, the prelude's first. */
    public List<String> imports() {
        List<String> lines = new ArrayList<>();
        prelude.forEach(line -> lines.add(line.text()));
        imports.forEach(line -> lines.add(line.text()));
        return lines;
    }

    /**
     * Import lines a unit needs: those of the session's own that bring what it mentions, and one for each live name it
     * mentions. Of several imported packages with a type it mentions, the one imported last wins.
     *
     * @param arriving names of units compiled along with it, which win: name to unit
     * @param own the unit's own imports, which win over the session's of the same simple name
     * @param all whether to import what it does not mention, too
     */
    List<String> importsFor(
            Set<String> words, Set<String> declared, Map<String, String> arriving, List<Part.Import> own, boolean all) {
        Set<String> shadowed = new HashSet<>();
        own.forEach(line -> shadowed.add(line.simpleName()));
        List<Part.Import> general = new ArrayList<>(prelude);
        Set<String> taken = new HashSet<>(shadowed);
        for (Part.Import line : imports) {
            String name = line.simpleName();
            if (name == null || !shadowed.contains(name) && !types.containsKey(name) && !arriving.containsKey(name)) {
                general.add(line);
                taken.add(name);
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        for (Part.Import line : general) {
            if (all || brought.mayBring(line, words)) {
                lines.add(line.text());
            }
        }
        general.addAll(own);
        Set<String> open = new HashSet<>(words);
        for (Set<String> meant : List.of(taken, declared, arriving.keySet(), types.keySet())) {
            open.removeAll(meant);
        }
        lines.addAll(brought.settling(general, open));
        for (String word : words) {
            if (declared.contains(word)) {
                continue;
            }
            Set<String> units = new LinkedHashSet<>();
            if (arriving.containsKey(word)) {
                units.add(arriving.get(word));
            } else {
                if (variables.containsKey(word)) {
                    units.add(variables.get(word).unit());
                }
                if (methods.containsKey(word)) {
                    units.add(methods.get(word).unit());
                }
                if (types.containsKey(word) && !shadowed.contains(word)) {
                    units.add(types.get(word).unit());
                }
            }
            units.forEach(unit -> lines.add("import static cells." + unit + "." + word + ";"));
        }
        return List.copyOf(lines);
    }

    /** Live declarations that mention one of {@code names}, themselves or through others. */
    public Set<Object> dependents(Set<String> names) {
        Set<Object> found = new LinkedHashSet<>();
        Set<String> changed = new HashSet<>(names);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Method method : methods()) {
                if (mentions(method.part(), changed) && found.add(method)) {
                    changed.add(method.name());
                    grown = true;
                }
            }
            for (DeclaredType type : types.values()) {
                if (mentions(type.part(), changed) && found.add(type)) {
                    changed.add(type.name());
                    grown = true;
                }
            }
        }
        return found;
    }

    private static boolean mentions(Part.Declaration part, Set<String> names) {
        return part.words().stream().anyMatch(word -> names.contains(word) && !word.equals(part.name()));
    }

    public void add(Variable variable) {
        variables.put(variable.name(), variable);
    }

    public void add(DeclaredType type) {
        types.put(type.name(), type);
        imports.removeIf(line -> type.name().equals(line.simpleName()));
    }

    /** Makes {@code overloads} all there is of a name, declared or forwarded by {@code unit}. */
    public void add(String name, String unit, Map<String, Method> overloads) {
        methods.put(name, new Overloads(unit, Map.copyOf(overloads)));
    }

    /** Later imports win over earlier ones of the same simple name, and over types of cells. */
    public void add(Part.Import line) {
        if (line.simpleName() != null) {
            imports.removeIf(earlier -> line.simpleName().equals(earlier.simpleName()));
            types.remove(line.simpleName());
        }
        imports.removeIf(earlier -> earlier.text().equals(line.text()));
        imports.add(line);
    }

    public void add(String key, Pending waiting) {
        pending.put(key, waiting);
    }

    /** Gives a waiting declaration the names it waits for now. */
    void update(Pending waiting, Pending now) {
        pending.replaceAll((key, one) -> {
            if (!one.equals(waiting)) {
                return one;
            }
            Pending updated = new Pending(one.part(), one.cell(), now.missing(), one.usable(), now.reason());
            methods().stream()
                    .filter(method ->
                            method.part().equals(one.part()) && method.cell().equals(one.cell()))
                    .forEach(method -> method.slot().fail(updated.message()));
            return updated;
        });
    }

    public void removePending(String key) {
        pending.remove(key);
    }

    public void removeVariable(String name) {
        variables.remove(name);
    }

    public void removeType(String name) {
        types.remove(name);
    }

    public void removeMethod(Method method) {
        Overloads overloads = methods.get(method.name());
        if (overloads != null) {
            Map<String, Method> left = new LinkedHashMap<>(overloads.methods());
            left.remove(method.key());
            if (left.isEmpty()) {
                methods.remove(method.name());
            } else {
                methods.put(method.name(), new Overloads(overloads.unit(), left));
            }
        }
    }

    /** The units that live names are in. */
    public Set<String> units() {
        Set<String> units = new HashSet<>();
        variables.values().forEach(variable -> units.add(variable.unit()));
        methods.values().forEach(overloads -> units.add(overloads.unit()));
        types.values().forEach(type -> units.add(type.unit()));
        return units;
    }
}

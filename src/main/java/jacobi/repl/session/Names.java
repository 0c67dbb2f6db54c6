package jacobi.repl.session;

import jacobi.repl.javac.Imports;
import jacobi.source.Part;
import jacobi.source.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The names that are live in a session. Only who holds the compilers changes them; others look at them meanwhile, as
 * {@code %who} of a subshell and the search for what fills the memory, which cannot wait for a compiler. What is listed
 * for them stays as it was.
 */
public final class Names {
    /** Overloads of one name, by {@link Method#key}, and the newest unit that declares or forwards all of them. */
    record Overloads(String unit, Map<String, Method> methods) {}

    /** A class of a cell in the text of a type: the unit it is in, and its name. */
    static final Pattern CLASS_OF_CELL = Pattern.compile("cells\\.(\\w+)\\.(\\w+)");

    private final List<Part.Import> prelude = new ArrayList<>();
    private final Imports brought;
    private final List<Part.Import> imports = new ArrayList<>();
    /** Members of cells' classes that import lines bring. */
    private final Set<OwnImport> ownImports = new LinkedHashSet<>();

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Set<String> finals = new HashSet<>();
    private final Map<String, Overloads> methods = new LinkedHashMap<>();
    private final Map<String, DeclaredType> types = new LinkedHashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Set<String> packages = new HashSet<>();

    /**
     * @param prelude import lines every cell starts with
     * @param brought what import lines bring
     */
    public Names(List<String> prelude, Imports brought) {
        Splitter.split(String.join("\n", prelude)).forEach(line -> this.prelude.add((Part.Import) line));
        this.brought = brought;
    }

    /** The packages that lines of cells say they are in. */
    Set<String> packages() {
        return packages;
    }

    public synchronized List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    public Variable variable(String name) {
        return variables.get(name);
    }

    /** Whether a live variable is declared final. */
    boolean hasFinal() {
        return !finals.isEmpty();
    }

    public DeclaredType type(String name) {
        return types.get(name);
    }

    public synchronized List<DeclaredType> types() {
        return List.copyOf(types.values());
    }

    /** What waits, by the name of a type or the key of a method. */
    Map<String, Pending> pending() {
        return Collections.unmodifiableMap(pending);
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
    public synchronized Set<String> all() {
        Set<String> all = new LinkedHashSet<>(variables.keySet());
        all.addAll(methods.keySet());
        all.addAll(types.keySet());
        return all;
    }

    /** All live methods. */
    public synchronized List<Method> methods() {
        List<Method> all = new ArrayList<>();
        methods.values().forEach(overloads -> all.addAll(overloads.methods().values()));
        return all;
    }

    /** The live overloads of a name, by {@link Method#key}. */
    public synchronized Map<String, Method> methods(String name) {
        Overloads found = methods.get(name);
        return found == null ? Map.of() : found.methods();
    }

    /** The unit that has the variable of a name, or else its methods; null where there is neither. */
    String home(String name) {
        Variable variable = variables.get(name);
        Overloads overloads = methods.get(name);
        return variable != null ? variable.unit() : overloads == null ? null : overloads.unit();
    }

    /** The unit that declares or forwards every live overload of a name. */
    public String unitOfMethods(String name) {
        return methods.get(name).unit();
    }

    /** The import lines the session has gathered, the prelude's first. */
    public synchronized List<String> imports() {
        List<String> lines = new ArrayList<>();
        prelude.forEach(line -> lines.add(line.text()));
        imports.forEach(line -> lines.add(line.text()));
        return lines;
    }

    /** The import lines of cells, in order. */
    public synchronized List<String> ownImports() {
        return imports.stream().map(Part.Import::text).toList();
    }

    /**
     * Import lines a unit needs: those of the session's own that bring what it mentions, and one for each live name it
     * mentions. Of several imported packages with a type it mentions, the one imported last wins.
     *
     * @param arriving names of units compiled along with it, which win: name to unit
     * @param gone types that are live still, and will not be
     * @param own the unit's own imports, which win over the session's of the same simple name
     * @param all whether to import what it does not mention, too
     */
    List<String> importsFor(
            Set<String> words,
            Set<String> declared,
            Map<String, String> arriving,
            Set<String> gone,
            List<Part.Import> own,
            boolean all) {
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
        (all ? general : brought.bringing(general, words)).forEach(line -> lines.add(line.text()));
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
                if (types.containsKey(word) && !shadowed.contains(word) && !gone.contains(word)) {
                    units.add(types.get(word).unit());
                }
            }
            units.forEach(unit -> lines.add("import static cells." + unit + "." + word + ";"));
        }
        return List.copyOf(lines);
    }

    /**
     * Whether a simple name of {@code java.lang} may mean something else where no line says what it means.
     *
     * @param own import lines beside the session's
     */
    boolean mayMeanOther(String name, List<Part.Import> own) {
        List<Part.Import> all = new ArrayList<>(prelude);
        all.addAll(imports);
        all.addAll(own);
        return types.containsKey(name) || !brought.bringing(all, Set.of(name)).isEmpty();
    }

    /** Import lines for the members of cells' classes a unit may mention. */
    List<String> ownImportsFor(Set<String> words, Map<String, String> arriving, Plan plan) {
        List<String> lines = new ArrayList<>();
        Set<OwnImport> all = new LinkedHashSet<>(ownImports);
        all.addAll(plan.imports);
        for (OwnImport line : all) {
            DeclaredType live = plan.brokenTypes().contains(line.type()) ? null : types.get(line.type());
            String unit = arriving.getOrDefault(line.type(), live == null ? null : live.unit());
            if (unit != null && words.stream().anyMatch(line::mayBring)) {
                lines.add(line.of(unit, live));
            }
        }
        return lines;
    }

    /**
     * Whether something that is used, by qualified name, is a member of one of these classes that an import line
     * brings.
     */
    boolean bringsMembersOf(Set<String> changed, Collection<String> used) {
        return ownImports.stream()
                .filter(line -> changed.contains(line.type()))
                .anyMatch(line -> used.stream().anyMatch(name -> name.contains("." + line.type() + ".")));
    }

    void add(OwnImport line) {
        ownImports.add(line);
    }

    /** Whether an import line may bring one of these names. */
    boolean mayBring(Part.Import line, Set<String> words) {
        return brought.mayBring(line, words);
    }

    public synchronized void add(Variable variable) {
        variables.put(variable.name(), variable);
        if (variable.isFinal()) {
            finals.add(variable.name());
        } else {
            finals.remove(variable.name());
        }
    }

    public synchronized void add(DeclaredType type) {
        types.put(type.name(), type);
        imports.removeIf(line -> type.name().equals(line.simpleName()));
    }

    /** Makes {@code overloads} all there is of a name, declared or forwarded by {@code unit}. */
    public synchronized void add(String name, String unit, Map<String, Method> overloads) {
        methods.put(name, new Overloads(unit, Map.copyOf(overloads)));
    }

    /** Later imports win over earlier ones of the same simple name, and over types of cells. */
    public synchronized void add(Part.Import line) {
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

    /** The waiting declaration of a key, or null. */
    Pending waiting(String key) {
        return pending.get(key);
    }

    /** Takes back a declaration that compiles no more; its callers are told why. */
    synchronized void lose(String key, Pending why) {
        if (why.part() instanceof Part.TypeDeclaration) {
            types.remove(why.part().name());
            pending.put(key, why);
            return;
        }
        Pending waiting = pending.get(key);
        Method live = methods(why.part().name()).get(key);
        if (live != null) {
            removeMethod(live);
        }
        Method was = live != null ? live : waiting == null ? null : waiting.was();
        if (was != null) {
            was.slot().fail(why.message());
        }
        pending.put(key, new Pending(why.part(), why.cell(), why.missing(), why.usable(), why.reason(), was));
    }

    public void removePending(String key) {
        pending.remove(key);
    }

    public synchronized void removeVariable(String name) {
        variables.remove(name);
        finals.remove(name);
    }

    public synchronized void removeType(String name) {
        types.remove(name);
    }

    public synchronized void removeMethod(Method method) {
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

    /** The classes of cells that the text of a type mentions. */
    static List<String> mentioned(String type) {
        return CLASS_OF_CELL.matcher(type).results().map(MatchResult::group).toList();
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

package jacobi.repl.session;

import jacobi.repl.session.Plan.UnitPlan;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units of a plan under given names: imports resolved, overloads elsewhere forwarded. */
final class UnitSet {
    private static final String THROWABLE = "Throwable";

    private final Names names;
    private final Plan plan;
    private final List<String> unitNames;
    private final boolean allImports;
    private final Map<String, String> arriving = new HashMap<>();
    final List<Unit> units = new ArrayList<>();
    private final List<UnitWriter> writers = new ArrayList<>();
    /** For each unit and each name, the keys of the methods it has in order: its own, then forwarders. */
    final List<Map<String, List<String>>> methodKeys = new ArrayList<>();

    /**
     * @param types types of inferred variables and the value by name, as far as to be written out
     * @param allImports whether what is imported matters though no unit mentions it
     */
    UnitSet(
            Names names,
            Plan plan,
            List<String> unitNames,
            Map<String, String> types,
            UnitWriter.ValueForm form,
            boolean allImports) {
        this.names = names;
        this.plan = plan;
        this.unitNames = unitNames;
        this.allImports = allImports;
        for (int i = unitNames.size() - 1; i >= 0; i--) {
            for (String name : Plan.declared(plan.units.get(i))) {
                arriving.put(name, unitNames.get(i));
            }
        }
        // Of overloads in several units, the last unit has all.
        for (int i = 0; i < unitNames.size(); i++) {
            for (Part part : plan.units.get(i).parts) {
                if (part instanceof MethodDeclaration method) {
                    arriving.put(method.name(), unitNames.get(i));
                }
            }
        }
        for (int i = 0; i < unitNames.size(); i++) {
            write(plan.units.get(i), unitNames.get(i), types, i == 0 ? form : UnitWriter.ValueForm.STATEMENT);
        }
    }

    private void write(UnitPlan unit, String name, Map<String, String> types, UnitWriter.ValueForm form) {
        Set<String> words = new HashSet<>();
        unit.parts.forEach(part -> words.addAll(part.words()));
        // What the cell imports is in every unit's sight, but those have their own that a processor wrote.
        UnitPlan importing = unit.cell.generated() ? unit : plan.main();
        List<Part.Import> own = importing.parts.stream()
                .filter(part -> part instanceof Part.Import)
                .map(part -> (Part.Import) part)
                .toList();
        Set<String> declared = Plan.declared(unit);
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Part part : unit.parts) {
            if (part instanceof MethodDeclaration method) {
                keys.computeIfAbsent(method.name(), any -> new ArrayList<>()).add(plan.key(method, unit.cell));
            }
        }
        List<String> forwarders = new ArrayList<>();
        keys.forEach((methodName, here) -> {
            for (Map.Entry<String, Forward> other : elsewhere(methodName, unit).entrySet()) {
                if (!here.contains(other.getKey())) {
                    here.add(other.getKey());
                    forwarders.add(other.getValue().text());
                    words.addAll(other.getValue().words());
                }
            }
        });
        methodKeys.add(keys);
        List<String> imports =
                new ArrayList<>(names.importsFor(words, declared, arriving, plan.brokenTypes(), own, allImports));
        imports.addAll(names.ownImportsFor(words, arriving, plan));
        if (unit != importing) {
            own.stream().filter(line -> names.mayBring(line, words)).forEach(line -> imports.add(line.text()));
        }
        Map<Integer, String> selves = new HashMap<>();
        unit.selves.forEach((start, member) -> {
            String home = declared.contains(member) ? name : arriving.getOrDefault(member, names.home(member));
            selves.put(start, Unit.PACKAGE + "." + home);
        });
        // By its short name javac finds it at once; looking whether java and java.lang are classes takes 2 % of a cell.
        boolean other = arriving.containsKey(THROWABLE)
                || names.mayMeanOther(THROWABLE, own)
                || !names.ownImportsFor(Set.of(THROWABLE), arriving, plan).isEmpty();
        UnitWriter writer = new UnitWriter(
                unit.cell,
                unit.parts,
                imports,
                forwarders,
                unit.stubs,
                unit.lifts,
                types,
                form,
                plan.valueName,
                selves,
                unit.casts(unitNames),
                other ? "java.lang." + THROWABLE : THROWABLE);
        units.add(writer.write(name));
        writers.add(writer);
    }

    /** The same units with the bodies of methods left out: only what is installed needs them. */
    List<Unit> headers() {
        List<Unit> headers = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            headers.add(writers.get(i).header(unitNames.get(i)));
        }
        return headers;
    }

    private record Forward(String text, Set<String> words) {}

    /** Overloads of a name that other units of the plan or earlier cells hold. */
    private Map<String, Forward> elsewhere(String methodName, UnitPlan here) {
        Map<String, Forward> found = new LinkedHashMap<>();
        names.methods(methodName).forEach((key, method) -> {
            if (plan.units.stream().noneMatch(unit -> method.equals(unit.replaces))
                    && !plan.isBroken(method.part(), method.cell())) {
                String unit = names.unitOfMethods(methodName);
                found.put(
                        key,
                        new Forward(
                                method.forwarder("cells." + unit),
                                words(method.part(), method.cell().source())));
            }
        });
        for (int i = 0; i < unitNames.size(); i++) {
            UnitPlan other = plan.units.get(i);
            for (Part part : other.parts) {
                if (other != here
                        && part instanceof MethodDeclaration method
                        && method.name().equals(methodName)) {
                    Method forwarded = new Method(
                            method, other.cell, plan.key(method, other.cell), MethodContract.UNKNOWN, null, Map.of());
                    found.put(
                            forwarded.key(),
                            new Forward(
                                    forwarded.forwarder("cells." + unitNames.get(i)),
                                    words(method, other.cell.source())));
                }
            }
        }
        return found;
    }

    private static Set<String> words(MethodDeclaration method, String source) {
        Set<String> words = new HashSet<>();
        Lexer.tokens(method.head().of(source)).forEach(token -> words.add(token.text()));
        words.remove(method.name());
        return words;
    }
}

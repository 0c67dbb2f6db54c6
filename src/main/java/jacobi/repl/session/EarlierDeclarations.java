package jacobi.repl.session;

import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.Stretches.Variant;
import jacobi.source.Cell;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Part.VariableDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** What a cell does to the declarations of earlier cells: which it replaces, and which follow it, compiled again. */
final class EarlierDeclarations {
    private final Names names;
    private final Cell cell;
    private final Plan plan;

    EarlierDeclarations(Names names, Plan plan) {
        this.names = names;
        this.cell = plan.main().cell;
        this.plan = plan;
    }

    /** Finds methods of the cell that replace a live one though their parameters are written in other words. */
    boolean findReplaced(AttributedPlan attributed) {
        if (attributed.set.methodKeys.get(0).isEmpty()) {
            return false;
        }
        boolean found = false;
        Map<String, Integer> seen = new HashMap<>();
        for (Element member : attributed.attribution.members(attributed.set.units.get(0))) {
            List<String> keys =
                    attributed.set.methodKeys.get(0).get(member.getSimpleName().toString());
            if (keys != null && member instanceof ExecutableElement method) {
                String key = keys.get(seen.merge(keys.get(0), 1, Integer::sum) - 1);
                MethodDeclaration own = ownMethod(key);
                String parameters = attributed.attribution.erasure(method);
                for (Method live :
                        names.methods(method.getSimpleName().toString()).values()) {
                    boolean same = live.contract().parameters().equals(parameters);
                    if (own != null && same && !live.key().equals(key) && ownMethod(live.key()) == null) {
                        plan.putKey(own, live.key());
                        found = true;
                    }
                }
            }
        }
        return found;
    }

    private MethodDeclaration ownMethod(String key) {
        return (MethodDeclaration) plan.main().parts.stream()
                .filter(part -> part instanceof MethodDeclaration method
                        && plan.key(method, cell).equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Names that keep their place but not their type: what mentions them has to be compiled again. */
    Set<String> changedNames(AttributedPlan attributed) {
        Set<String> changed = new HashSet<>();
        plan.variables.clear();
        plan.contracts.clear();
        for (int i = 0; i < attributed.set.units.size(); i++) {
            Map<String, MethodContract> contracts = new HashMap<>();
            Map<String, Integer> seen = new HashMap<>();
            for (Element member : attributed.attribution.members(attributed.set.units.get(i))) {
                String name = member.getSimpleName().toString();
                if (member.getKind() == ElementKind.FIELD && i == 0 && !name.equals(plan.valueName)) {
                    plan.variables.put(
                            name, Plan.anonymous(attributed.typeText.of(member.asType()), attributed.unitNames));
                } else if (member instanceof ExecutableElement method
                        && attributed.set.methodKeys.get(i).containsKey(name)) {
                    String key = attributed.set.methodKeys.get(i).get(name).get(seen.merge(name, 1, Integer::sum) - 1);
                    contracts.put(key, contractOf(method, attributed).anonymous(attributed.unitNames));
                }
            }
            plan.contracts.add(contracts);
        }
        Stretches stretches = plan.stretches();
        for (String name : stretches.variants().keySet()) {
            Variant last = stretches.last(name);
            String type = plan.types.get(Plan.key(last.variable()));
            if (last.part().inferred() && type != null) {
                plan.variables.put(name, type);
            }
            Variable live = names.variable(name);
            boolean other = live != null && !live.type().equals(plan.variables.get(name));
            if (other || live != null && plan.isFinal(name) && !live.isFinal()) {
                changed.add(name);
            }
        }
        for (Part part : plan.main().parts) {
            if (part instanceof MethodDeclaration method) {
                String key = plan.key(method, cell);
                Method live = names.methods(method.name()).get(key);
                if (live != null
                        && !live.contract().equals(plan.contracts.get(0).get(key))) {
                    changed.add(method.name());
                }
            }
        }
        return changed;
    }

    private static MethodContract contractOf(ExecutableElement method, AttributedPlan attributed) {
        return new MethodContract(
                attributed.attribution.erasure(method),
                attributed.attribution.types().erasure(method.getReturnType()).toString(),
                method.asType() + " " + method.getThrownTypes() + " " + method.isVarArgs());
    }

    /**
     * Names the cell gives a meaning they have not had: of types, of variables and methods that are new, of what is
     * imported. A new overload may suit an earlier call better than the one it was compiled against.
     */
    Set<String> declaredNames() {
        Set<String> declared = new HashSet<>();
        for (Part part : plan.ownParts()) {
            if (part instanceof TypeDeclaration type) {
                declared.add(type.name());
            } else if (part instanceof MethodDeclaration method) {
                String key = plan.key(method, cell);
                // Others may wait for one that was there, and waited itself.
                if (!names.methods(method.name()).containsKey(key) || names.waiting(key) != null) {
                    declared.add(method.name());
                }
            } else if (part instanceof VariableDeclaration variables) {
                variables.declarators().stream()
                        .map(Declarator::name)
                        .filter(name -> names.variable(name) == null)
                        .forEach(declared::add);
            }
        }
        return declared;
    }

    /**
     * Names the cell mentions, itself or through what waits. What waits for none can go on until the cell itself
     * stands.
     */
    Set<String> asked() {
        if (names.pending().isEmpty()) {
            return Set.of();
        }
        Set<String> asked = new HashSet<>();
        plan.main().parts.forEach(part -> asked.addAll(part.words()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Pending waiting : names.pending().values()) {
                grown |= asked.contains(waiting.part().name())
                        && asked.addAll(waiting.part().words());
            }
        }
        return asked;
    }

    /**
     * Adds a unit for each declaration, live or waiting, that mentions one of these names, itself or through others:
     * one rule for what is stale, over all that is declared.
     *
     * @param asked of what waits, the names that matter; null for all
     */
    boolean follow(Set<String> meanings, Set<String> asked) {
        Set<String> changed = new HashSet<>(meanings);
        // A variable may turn out to have the type that something waits for.
        Set<String> declared = new HashSet<>(asked == null ? Set.of() : Plan.declared(plan.main()));
        boolean added = false;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Pending> entry : names.pending().entrySet()) {
                Pending waiting = entry.getValue();
                declared.addAll(changed);
                grown |= (asked == null || asked.contains(waiting.part().name()))
                        && isStale(waiting, declared)
                        && add(waiting.part(), waiting.cell(), entry.getKey(), waiting, changed);
            }
            for (Method method : names.methods()) {
                grown |= isStale(method.uses(), changed)
                        && add(method.part(), method.cell(), method.key(), method, changed);
            }
            for (DeclaredType type : names.types()) {
                grown |= isStale(type.uses(), changed) && add(type.part(), type.cell(), type.name(), type, changed);
            }
            added |= grown;
        }
        return added;
    }

    private boolean isStale(Map<String, String> uses, Set<String> changed) {
        if (changed.stream().anyMatch(uses::containsKey) || names.bringsMembersOf(changed, uses.values())) {
            return true;
        }
        for (Part part : plan.main().parts) {
            if (part instanceof Part.Import line
                    && !line.name().endsWith("*")
                    && !line.name().contains(" ")) {
                String name = line.name();
                String meant = uses.get(name.substring(name.lastIndexOf('.') + 1));
                if (meant != null && !meant.equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isStale(Pending waiting, Set<String> changed) {
        for (String word : waiting.part().words()) {
            boolean stillMissing = waiting.missing().contains(word) && plan.waitsFor(word);
            if (changed.contains(word)
                    && !stillMissing
                    && !word.equals(waiting.part().name())) {
                return true;
            }
        }
        return plan.imports.stream().anyMatch(line -> waiting.missing().stream().anyMatch(line::mayBring))
                || plan.main().parts.stream()
                        .anyMatch(part -> part instanceof Part.Import line && names.mayBring(line, waiting.missing()));
    }

    /** Adds a unit for an earlier declaration, unless it has one, is known to be broken, or is declared anew here. */
    private boolean add(Declaration part, Cell origin, String key, Object declaration, Set<String> changed) {
        boolean planned = plan.isBroken(part, origin)
                || plan.units.stream()
                        .anyMatch(unit ->
                                unit.replaces != null && unit.declaration().equals(part) && unit.cell.equals(origin));
        boolean redeclared = plan.ownParts().stream()
                        .anyMatch(own -> own instanceof Declaration one
                                && plan.key(one, cell).equals(key))
                || plan.waiting.containsKey(key);
        if (planned || redeclared) {
            return false;
        }
        List<Part> parts = new ArrayList<>(List.of(part));
        if (origin.generated()) {
            origin.parts().stream().filter(line -> line instanceof Part.Import).forEach(parts::add);
        }
        plan.units.add(new UnitPlan(origin, parts, declaration));
        plan.putKey(part, key);
        changed.add(part.name());
        return true;
    }
}

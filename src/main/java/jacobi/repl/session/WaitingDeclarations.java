package jacobi.repl.session;

import static jacobi.language.Say.say;

import jacobi.repl.javac.CompileError;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.UnitWriter.Stub;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.Span;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The methods and types that do not compile and yet are no error: of the cell, those that mention names of later
 * cells; of earlier cells, those that the cell breaks. They fail when they are used.
 */
final class WaitingDeclarations {
    private final Names names;
    private final Plan plan;
    /** The names of classes to come that errors are about, where another class has the name now. */
    private final Map<CompileError, String> later = new HashMap<>();

    WaitingDeclarations(Names names, Plan plan) {
        this.names = names;
        this.plan = plan;
    }

    /**
     * Lets methods and types wait whose only fault is that they mention unknown names.
     *
     * @return false if there are other errors, or the cell itself runs what would have to wait
     */
    boolean postpone(AttributedPlan attributed, List<CompileError> errors) {
        Map<Declaration, List<CompileError>> byPart = new LinkedHashMap<>();
        for (CompileError error : errors) {
            Declaration part = plan.declarationAt(attributed.inCell(error));
            if (part == null) {
                return false;
            }
            byPart.computeIfAbsent(part, any -> new ArrayList<>()).add(error);
        }
        byPart.forEach((part, own) ->
                later.putAll(LaterTypes.of(own, part, attributed.unitOf(own.get(0)), attributed.attribution)));
        if (errors.stream().anyMatch(error -> missingName(attributed.unitOf(error), error) == null)) {
            return false;
        }
        List<Part> gone = new ArrayList<>();
        for (Map.Entry<Declaration, List<CompileError>> entry : byPart.entrySet()) {
            Declaration part = entry.getKey();
            if (runsNow(part.name())) {
                return false;
            }
            String key = plan.key(part, plan.main().cell);
            int unit = attributed.indexOf(entry.getValue().get(0));
            Pending waiting = leaveOut(attributed, unit, part, entry.getValue(), plan.waiting.get(key));
            plan.waiting.put(key, waiting);
            if (!waiting.usable()) {
                gone.add(part);
            }
        }
        plan.main().parts.removeAll(gone);
        for (int i = plan.units.size() - 1; i > 0; i--) {
            if (plan.units.get(i).replaces == null
                    && gone.contains(plan.units.get(i).declaration())) {
                plan.removeUnit(i);
            }
        }
        return true;
    }

    /** Takes out earlier declarations that compile no more, or the bodies that do not; both fail when used. */
    boolean dropBroken(AttributedPlan attributed) {
        boolean dropped = false;
        for (int i = 1; i < plan.units.size(); i++) {
            if (plan.units.get(i).replaces != null
                    && !attributed.errorsOf(i).isEmpty()
                    && SeveralTypes.cast(attributed)) {
                return true;
            }
        }
        for (int i = plan.units.size() - 1; i > 0; i--) {
            List<CompileError> errors = plan.units.get(i).replaces == null ? List.of() : attributed.errorsOf(i);
            if (!errors.isEmpty()) {
                UnitPlan unit = plan.units.get(i);
                String key = plan.key(unit.declaration(), unit.cell);
                Pending why = leaveOut(attributed, i, unit.declaration(), errors, plan.stillWaiting.get(key));
                if (why.usable()) {
                    plan.stillWaiting.put(key, why);
                } else {
                    plan.removeUnit(i);
                    plan.stillWaiting.remove(key);
                    plan.broken.put(key, why);
                }
                dropped = true;
            }
        }
        return dropped;
    }

    /**
     * Has bodies that mention unknown names throw, if the names are mentioned in bodies only.
     *
     * @param before what the declaration was found to wait for already, or null
     */
    private Pending leaveOut(
            AttributedPlan attributed, int index, Declaration part, List<CompileError> errors, Pending before) {
        UnitPlan unitPlan = plan.units.get(index);
        Unit unit = attributed.set.units.get(index);
        Set<String> missing = new TreeSet<>(before == null ? Set.of() : before.missing());
        List<Span> bodies = new ArrayList<>();
        boolean usable = true;
        for (CompileError error : errors) {
            String name = missingName(unit, error);
            missing.add(name == null ? Pending.NO_NAME : name);
            int[] body = attributed.attribution.bodyAround(unit, error.position());
            usable &= name != null && body != null && unit.isCopied(body[0]);
            if (usable) {
                bodies.add(new Span(unit.toCell(body[0]), unit.endToCell(body[1])));
            }
        }
        String reason = null;
        if (missing.contains(Pending.NO_NAME)) {
            reason = errors.get(0).message();
        } else if (missing.stream().allMatch(this::isUnusable)) {
            reason = say("session.analyzer.cannot-used-itself", "count", missing.size());
        }
        Pending waiting = new Pending(part, unitPlan.cell, missing, usable, reason, null);
        if (usable) {
            String statement = "throw jacobi.repl.weaving.Unavailable.yet(\"" + waiting.message() + "\");";
            bodies.stream().distinct().forEach(body -> unitPlan.stubs.add(new Stub(body, statement)));
        }
        return waiting;
    }

    /** Whether a name is declared, though it does not compile. */
    private boolean isUnusable(String name) {
        return names.pending(name) != null
                || plan.waiting.values().stream()
                        .anyMatch(one -> one.part().name().equals(name))
                || plan.broken.values().stream()
                        .anyMatch(one -> one.part().name().equals(name));
    }

    private boolean runsNow(String name) {
        return plan.main().parts.stream()
                .anyMatch(part -> !(part instanceof Declaration) && part.words().contains(name));
    }

    /** The simple name an error says is unknown, or null. */
    private String missingName(Unit unit, CompileError error) {
        if (later.containsKey(error)) {
            return later.get(error);
        }
        if (Selves.isOfAnObject(error) && unit.isCopied(error.start())) {
            return Selves.askedAt(unit.cell(), unit.toCell(error.start()));
        }
        if (!error.code().startsWith("compiler.err.cant.resolve")
                || error.start() < 0
                || error.end() <= error.start()) {
            return null;
        }
        String name = unit.text().substring(error.start(), error.end());
        int before = error.start() - 1;
        while (before >= 0 && Character.isWhitespace(unit.text().charAt(before))) {
            before--;
        }
        boolean member = unit.text().startsWith(".", before) || unit.text().startsWith("::", before - 1);
        boolean identifier = name.chars().allMatch(Character::isJavaIdentifierPart);
        return identifier && !member && unit.isCopied(error.start()) ? name : null;
    }
}

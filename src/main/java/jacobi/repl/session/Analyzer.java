package jacobi.repl.session;

import jacobi.notation.Diagnostic;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.UnitWriter.ValueForm;
import jacobi.source.Cell;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attributes a cell until its plan stands: types of {@code var}, whether the last line has a value, which earlier
 * declarations have to follow, which of the cell's own have to wait for names.
 *
 * <p>A usual cell takes one attribution. A further one is needed when a method mentions a {@code var} of its cell, when
 * earlier declarations depend on what changed, or when names are missing.
 */
final class Analyzer {
    private static final int MOST_ROUNDS = 12;

    private final Javac javac;
    private final Names names;
    private final Cell cell;
    private final Plan plan;

    private final GeneratedTypes generated;
    private final EarlierDeclarations earlier;
    private final WaitingDeclarations waiting;
    private final InferredTypes inferred;
    private final List<Renewal> renewals = new ArrayList<>();
    /** The plan as it was attributed last. */
    private AttributedPlan attributed;

    /** How much was wrong with a last line as a value, once it is tried as a statement. */
    private int errorsAsValue = Integer.MAX_VALUE;

    private Analyzer(Javac javac, Names names, Cell cell) {
        this.javac = javac;
        this.names = names;
        this.cell = cell;
        List<Part> parts = new ArrayList<>(cell.parts());
        parts.removeIf(this::isKept);
        OwnPackages own = OwnPackages.leaveOut(parts, names, javac.imports());
        plan = new Plan(cell, parts, cell.number() > 0 ? "$" + cell.number() : "$value", own.notes(), own.imports());
        generated = new GeneratedTypes(javac, names, plan);
        earlier = new EarlierDeclarations(names, plan);
        waiting = new WaitingDeclarations(names, plan);
        inferred = new InferredTypes(plan);
    }

    /** Analyzes a cell with everything in {@code names} in scope; changes nothing. */
    static CellAnalysis analyze(Javac javac, Names names, Cell cell, boolean mayWait) {
        return new Analyzer(javac, names, cell).analyze(mayWait);
    }

    /** Attributes a cell that is still being typed, once; the trees are as good as javac's parser recovers. */
    static CellAnalysis probe(Javac javac, Names names, Cell cell) {
        Analyzer analyzer = new Analyzer(javac, names, cell);
        analyzer.attributed = AttributedPlan.ofUnfinished(javac, names, analyzer.plan);
        return analyzer.finish(analyzer.attributed.attribution.errors());
    }

    /** A type declared again word for word is the same one, so that its objects stay its objects. */
    private boolean isKept(Part part) {
        if (!(part instanceof TypeDeclaration type) || type.words().contains("static")) {
            return false;
        }
        DeclaredType live = names.type(type.name());
        return live != null
                && names.pending(type.name()) == null
                && live.text().equals(type.span().of(cell.source()));
    }

    private CellAnalysis analyze(boolean mayWait) {
        generated.addToPlan();
        if (earlier.follow(earlier.declaredNames(), earlier.asked())) {
            generated.addToPlan();
        }
        renewals.addAll(Renewal.in(plan.main().parts, cell.source(), names, plan));
        for (int round = 0; round < MOST_ROUNDS + 2 * plan.units.size(); round++) {
            attribute();
            List<CompileError> own = ownErrors();
            if (!attributed.attribution.parsed()) {
                return finish(own);
            }
            if (earlier.findReplaced(attributed) || Selves.find(attributed) || separate(own)) {
                continue;
            }
            if (takeBackRenewals(own)) {
                continue;
            }
            boolean newTypes = inferred.learn(attributed);
            own = own.stream().filter(error -> !isAboutVoidValue(error)).toList();
            if (isNoValue(own)) {
                plan.form = ValueForm.STATEMENT;
                errorsAsValue = own.size();
                continue;
            }
            if (errorsAsValue < own.size()) {
                plan.form = ValueForm.INFERRED;
                attribute();
                return finish(ownErrors());
            }
            boolean lifted = !plan.main().lifts.isEmpty();
            if (newTypes
                    && (!own.isEmpty()
                            || lifted
                            || inferred.hasSeveral()
                            || inferred.areMentioned()
                            || plan.stretches().hasRepeated())) {
                continue;
            }
            if (!own.isEmpty() && SeveralTypes.cast(attributed)) {
                continue;
            }
            if (!own.isEmpty() || !generated.errors().isEmpty()) {
                if (!mayWait || !generated.errors().isEmpty() || !waiting.postpone(attributed, own)) {
                    return finish(own);
                }
                continue;
            }
            Map<Integer, CompileError> ofProcessors = attributed.errorsOfGenerated();
            if (!ofProcessors.isEmpty()) {
                if (plan.waiting.isEmpty()) {
                    return finish(ofProcessors.values());
                }
                // They are for a class that waits; its processors write them again when it can be compiled.
                ofProcessors.keySet().forEach(plan::removeUnit);
                continue;
            }
            if (waiting.dropBroken(attributed)) {
                continue;
            }
            Set<String> changed = earlier.changedNames(attributed);
            changed.addAll(earlier.declaredNames());
            if (earlier.follow(changed, null)) {
                generated.addToPlan();
                continue;
            }
            break;
        }
        findUses();
        return finish(EarlyUses.of(attributed.main(), plan, names, attributed.attribution));
    }

    private void attribute() {
        renewals.forEach(renewal -> renewal.putType(plan, names));
        attributed = AttributedPlan.of(javac, names, plan);
    }

    private List<CompileError> ownErrors() {
        List<CompileError> errors = attributed.ownErrors();
        // Those of its classes were told of when they were in files of their own.
        errors.removeIf(error -> error.isOfProcessor() && !generated.errors().isEmpty());
        return errors;
    }

    /**
     * Has javac keep the classes of the cell apart, where it chose a private method from outside: as the classes of one
     * unit they see each other's.
     */
    private boolean separate(List<CompileError> errors) {
        Set<String> overloaded = PrivateAccess.overloaded(attributed.main(), attributed.attribution, errors);
        if (overloaded.isEmpty()) {
            return false;
        }
        List<TypeDeclaration> types = plan.main().parts.stream()
                .filter(part -> part instanceof TypeDeclaration type && overloaded.contains(type.name()))
                .map(TypeDeclaration.class::cast)
                .toList();
        types.forEach(plan::separate);
        return !types.isEmpty();
    }

    /** {@code var $12 = null} or of a void call is refused, but only because of how the unit is written. */
    private boolean isAboutVoidValue(CompileError error) {
        boolean settled = plan.form == ValueForm.STATEMENT || plan.types.containsKey(plan.valueName);
        return settled
                && attributed.indexOf(error) == 0
                && error.code().equals("compiler.err.cant.infer.local.var.type")
                && attributed.main().text().startsWith(plan.valueName, error.position());
    }

    /** Whether these are errors of a last line that may be a statement, and was taken for the cell's value. */
    private boolean isNoValue(List<CompileError> errors) {
        return plan.form != ValueForm.STATEMENT
                && plan.main().parts.stream()
                        .anyMatch(part -> part instanceof Part.Value value
                                && value.maybeStatement()
                                && errors.stream()
                                        .anyMatch(error -> attributed.indexOf(error) == 0
                                                && part.span().contains(attributed.inCell(error))));
    }

    /** An assignment that does not fit the new type is meant for the old one. */
    private boolean takeBackRenewals(List<CompileError> errors) {
        return renewals.removeIf(renewal -> {
            boolean wrong =
                    errors.stream().anyMatch(error -> renewal.original().span().contains(attributed.inCell(error)));
            if (wrong) {
                renewal.takeBack(plan);
            }
            return wrong;
        });
    }

    private void findUses() {
        for (int i = 0; i < plan.units.size(); i++) {
            UnitPlan unit = plan.units.get(i);
            for (Part part : unit.parts) {
                if (part instanceof Declaration declaration) {
                    Map<String, String> uses =
                            new HashMap<>(Uses.of(declaration, attributed.set.units.get(i), attributed.attribution));
                    unit.selves.forEach((start, member) -> {
                        if (declaration.span().contains(start)) {
                            uses.putIfAbsent(member, "");
                        }
                    });
                    unit.uses.put(declaration, Map.copyOf(uses));
                }
            }
        }
    }

    private CellAnalysis finish(Collection<CompileError> errors) {
        List<Diagnostic> mapped = new ArrayList<>();
        for (int i = 0; i < plan.units.size(); i++) {
            int number = i;
            List<CompileError> own = errors.stream()
                    .filter(error -> attributed.indexOf(error) == number)
                    .toList();
            if (plan.units.get(i).cell.generated()) {
                mapped.addAll(GeneratedTypes.inCell(attributed.set.units.get(i), own, plan));
            } else {
                own.forEach(error -> mapped.add(error.inCell(attributed.set.units.get(number))));
            }
        }
        mapped.addAll(generated.errors());
        if (!mapped.isEmpty()) {
            mapped.addAll(0, Stretches.advice(mapped, plan));
            mapped.addAll(0, Renewal.advice(mapped, plan, cell, names));
        }
        return new CellAnalysis(names, plan, mapped, attributed.attribution, attributed.main());
    }
}

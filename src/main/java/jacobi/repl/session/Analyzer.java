package jacobi.repl.session;

import static jacobi.language.Say.say;

import com.sun.source.util.TreePath;
import jacobi.notation.Diagnostic;
import jacobi.repl.javac.Attribution;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.javac.TypeText;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.repl.session.Stretches.Variant;
import jacobi.repl.session.UnitWriter.Stub;
import jacobi.repl.session.UnitWriter.ValueForm;
import jacobi.repl.weaving.Weaver;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.Declaration;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Part.Span;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Part.VariableDeclaration;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Attributes a cell until its plan stands: types of {@code var}, whether the last line has a value, which earlier
 * declarations have to follow, which of the cell's own have to wait for names.
 *
 * <p>A usual cell takes one attribution. A further one is needed when a method mentions a {@code var} of its cell, when
 * earlier declarations depend on what changed, or when names are missing.
 */
final class Analyzer {
    private static final int MOST_ROUNDS = 12;
    private static final String OF_AN_OBJECT = "compiler.err.non-static.cant.be.ref";

    private final Javac javac;
    private final Names names;
    private final Cell cell;
    private final Plan plan;

    private List<String> unitNames;
    private UnitSet set;
    private Attribution attribution;
    private TypeText typeText;
    /** The names of classes to come that errors are about, where another class has the name now. */
    private final Map<CompileError, String> later = new HashMap<>();

    private final List<Renewal> renewals = new ArrayList<>();
    private final GeneratedTypes generated;
    /** Whether a variable of the cell is of several types at once. */
    private boolean several;

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
    }

    /** Analyzes a cell with everything in {@code names} in scope; changes nothing. */
    static CellAnalysis analyze(Javac javac, Names names, Cell cell, boolean mayWait) {
        return new Analyzer(javac, names, cell).analyze(mayWait);
    }

    /** Attributes a cell that is still being typed, once; the trees are as good as javac's parser recovers. */
    static CellAnalysis probe(Javac javac, Names names, Cell cell) {
        Analyzer analyzer = new Analyzer(javac, names, cell);
        analyzer.unitNames = List.of(javac.trialName());
        analyzer.set = new UnitSet(names, analyzer.plan, analyzer.unitNames, Map.of(), analyzer.plan.form, true);
        analyzer.attribution = javac.attributeUnfinished(analyzer.set.units.get(0));
        return analyzer.finish(analyzer.attribution.errors());
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
        if (follow(declaredNames(), asked())) {
            generated.addToPlan();
        }
        renewals.addAll(Renewal.in(plan.main().parts, cell.source(), names, plan));
        for (int round = 0; round < MOST_ROUNDS + 2 * plan.units.size(); round++) {
            attribute();
            List<CompileError> own = ownErrors();
            if (!attribution.parsed()) {
                return finish(own);
            }
            if (findReplaced() || findSelves() || separate(own)) {
                continue;
            }
            if (takeBackRenewals(own)) {
                continue;
            }
            boolean newTypes = findTypes() | findTypesOfFields();
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
                            || several
                            || mentionsInferred()
                            || plan.stretches().hasRepeated())) {
                continue;
            }
            if (!own.isEmpty() && cast()) {
                continue;
            }
            if (!own.isEmpty() || !generated.errors().isEmpty()) {
                if (!mayWait || !generated.errors().isEmpty() || !postpone(own)) {
                    return finish(own);
                }
                continue;
            }
            Map<Integer, CompileError> ofProcessors = errorsOfGenerated();
            if (!ofProcessors.isEmpty()) {
                if (plan.waiting.isEmpty()) {
                    return finish(ofProcessors.values());
                }
                // They are for a class that waits; its processors write them again when it can be compiled.
                ofProcessors.keySet().forEach(plan::removeUnit);
                continue;
            }
            if (dropBroken()) {
                continue;
            }
            Set<String> changed = changedNames();
            changed.addAll(declaredNames());
            if (follow(changed, null)) {
                generated.addToPlan();
                continue;
            }
            break;
        }
        findUses();
        return finish(EarlyUses.of(set.units.get(0), plan, names, attribution));
    }

    /**
     * Names the cell mentions, itself or through what waits. What waits for none can go on until the cell itself
     * stands.
     */
    private Set<String> asked() {
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

    private void attribute() {
        renewals.forEach(renewal -> renewal.putType(plan, names));
        unitNames = new ArrayList<>();
        plan.units.forEach(unit -> unitNames.add(javac.trialName()));
        boolean typed = plan.types.containsKey(plan.valueName);
        ValueForm form = plan.form == ValueForm.INFERRED && typed ? ValueForm.FIELD : plan.form;
        set = new UnitSet(names, plan, unitNames, plan.types(unitNames), form, false);
        attribution = javac.attribute(set.units);
        typeText = new TypeText(attribution.types());
    }

    private List<CompileError> errorsOf(int unit) {
        List<CompileError> errors = new ArrayList<>(attribution.errors());
        if (attribution.parsed()) {
            errors.addAll(FinalVariables.of(set.units.get(unit), unitNames.get(0), plan, names, attribution));
            errors.addAll(PrivateAccess.of(set.units.get(unit), attribution));
        }
        errors.removeIf(error -> error.unit() != null && !error.unit().equals(unitNames.get(unit)));
        return errors;
    }

    private List<CompileError> ownErrors() {
        List<CompileError> errors = new ArrayList<>();
        for (int i = 0; i < plan.units.size(); i++) {
            if (plan.units.get(i).replaces == null && !plan.units.get(i).cell.generated()) {
                errors.addAll(errorsOf(i));
            }
        }
        // Those of its classes were told of when they were in files of their own.
        errors.removeIf(error -> error.isOfProcessor() && !generated.errors().isEmpty());
        return errors;
    }

    /** The first error of each class that a processor wrote, by unit, the last unit first. */
    private Map<Integer, CompileError> errorsOfGenerated() {
        Map<Integer, CompileError> errors = new LinkedHashMap<>();
        for (int i = plan.units.size() - 1; i > 0; i--) {
            UnitPlan unit = plan.units.get(i);
            if (unit.replaces == null && unit.cell.generated() && !errorsOf(i).isEmpty()) {
                errors.put(i, errorsOf(i).get(0));
            }
        }
        return errors;
    }

    /**
     * Has javac keep the classes of the cell apart, where it chose a private method from outside: as the classes of one
     * unit they see each other's.
     */
    private boolean separate(List<CompileError> errors) {
        Set<String> overloaded = PrivateAccess.overloaded(set.units.get(0), attribution, errors);
        List<TypeDeclaration> types = plan.main().parts.stream()
                .filter(part -> part instanceof TypeDeclaration type && overloaded.contains(type.name()))
                .map(TypeDeclaration.class::cast)
                .toList();
        types.forEach(plan::separate);
        return !types.isEmpty();
    }

    /** Has variables that are of several types at once be of all of them where they stand; their fields have one. */
    private boolean cast() {
        boolean[] found = new boolean[1];
        for (int i = 0; i < plan.units.size(); i++) {
            UnitPlan planned = plan.units.get(i);
            SeveralTypes.in(set.units.get(i), unitNames.get(0), plan, names, attribution)
                    .forEach((at, types) -> found[0] |= planned.casts.put(at, types) == null);
        }
        return found[0];
    }

    /** The unit an error is in. */
    private int unitOf(CompileError error) {
        return Math.max(0, unitNames.indexOf(error.unit()));
    }

    private int inCell(CompileError error) {
        return set.units.get(unitOf(error)).toCell(error.position());
    }

    /** Learns the types of inferred variables and of the value; returns whether it learnt a variable's. */
    private boolean findTypes() {
        boolean[] found = new boolean[1];
        boolean[] lifted = new boolean[1];
        Unit unit = set.units.get(0);
        attribution.locals(unit, Weaver.RUN, (variable, path) -> {
            String name = variable.getName().toString();
            boolean value = name.equals(plan.valueName);
            Declarator declared = value ? null : inferredAt(unit.toCell(attribution.start(path)));
            if (!value && declared == null) {
                return;
            }
            String key = value ? name : Plan.key(declared);
            TypeMirror type = attribution.type(path);
            if (value) {
                TypeMirror initial = attribution.type(new TreePath(path, variable.getInitializer()));
                if (initial != null && initial.getKind() == TypeKind.VOID) {
                    plan.form = ValueForm.STATEMENT;
                    return;
                }
                if (initial != null && initial.getKind() == TypeKind.NULL) {
                    plan.types.put(key, "java.lang.Object");
                    return;
                }
            }
            List<Lift> lifts =
                    value ? List.of() : Lifts.of(unit, attribution, variable, path, before -> liftName(name, before));
            plan.main().lifts.addAll(lifts);
            lifted[0] |= !lifts.isEmpty();
            if (!lifts.isEmpty() && !Lifts.isDirect(variable)) {
                // The next attribution tells what a list of objects of the class is.
                found[0] = true;
                return;
            }
            if (lifts.isEmpty() && lifted[0] && !Lifts.unnamed(type).isEmpty()) {
                // It has its object from a variable before, and with it the class that is to get a name.
                found[0] = true;
                return;
            }
            String text = lifts.isEmpty()
                    ? typeText.of(type)
                    : "cells.#0." + lifts.get(0).type();
            if (text != null) {
                found[0] |= !value;
                plan.types.put(key, Plan.anonymous(text, unitNames));
                String all = value ? null : typeText.all(type);
                if (all != null) {
                    plan.types.put(Plan.allKey(declared), Plan.anonymous(all, unitNames));
                    several = true;
                }
            }
        });
        return found[0];
    }

    private String liftName(String variable, int before) {
        long others = plan.main().lifts.stream()
                .filter(lift -> lift.variable().equals(variable))
                .count();
        return variable + "$".repeat((int) others + before + 1);
    }

    /** Learns the types of variables of one name that are declared in other words; returns whether it learnt one. */
    private boolean findTypesOfFields() {
        boolean found = false;
        Stretches stretches = plan.stretches();
        for (List<Variant> variants : stretches.variants().values()) {
            for (Variant variant : variants) {
                String key = Plan.key(variant.variable());
                if (variants.size() > 1 && !variant.part().inferred() && !plan.types.containsKey(key)) {
                    String holder = stretches.className(variant);
                    String text = typeText.of(attribution.fieldType(
                            set.units.get(0).qualifiedName() + (holder == null ? "" : "." + holder), variant.name()));
                    if (text != null) {
                        plan.types.put(key, Plan.anonymous(text, unitNames));
                        found = true;
                    }
                }
            }
        }
        return found;
    }

    /** The variable of the {@code var} at a position of the cell, or null. */
    private Declarator inferredAt(int position) {
        return plan.main().parts.stream()
                .filter(part -> part.span().contains(position)
                        && part instanceof VariableDeclaration variables
                        && variables.inferred())
                .map(part -> ((VariableDeclaration) part).declarators().get(0))
                .findFirst()
                .orElse(null);
    }

    private boolean isInferred(String name) {
        return plan.main().parts.stream()
                .anyMatch(part -> part instanceof VariableDeclaration variables
                        && variables.inferred()
                        && variables.declarators().get(0).name().equals(name));
    }

    /** {@code var $12 = null} or of a void call is refused, but only because of how the unit is written. */
    private boolean isAboutVoidValue(CompileError error) {
        boolean settled = plan.form == ValueForm.STATEMENT || plan.types.containsKey(plan.valueName);
        String text = set.units.get(0).text();
        return settled
                && unitOf(error) == 0
                && error.code().equals("compiler.err.cant.infer.local.var.type")
                && text.startsWith(plan.valueName, error.position());
    }

    /** Whether these are errors of a last line that may be a statement, and was taken for the cell's value. */
    private boolean isNoValue(List<CompileError> errors) {
        return plan.form != ValueForm.STATEMENT
                && plan.main().parts.stream()
                        .anyMatch(part -> part instanceof Part.Value value
                                && value.maybeStatement()
                                && errors.stream()
                                        .anyMatch(error -> unitOf(error) == 0
                                                && part.span().contains(inCell(error))));
    }

    private boolean mentionsInferred() {
        for (UnitPlan unit : plan.units) {
            for (Part part : unit.parts) {
                if (part instanceof Declaration && part.words().stream().anyMatch(this::isInferred)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Lets methods and types wait whose only fault is that they mention unknown names.
     *
     * @return false if there are other errors, or the cell itself runs what would have to wait
     */
    private boolean postpone(List<CompileError> errors) {
        Map<Declaration, List<CompileError>> byPart = new LinkedHashMap<>();
        for (CompileError error : errors) {
            Declaration part = declarationAt(inCell(error));
            if (part == null) {
                return false;
            }
            byPart.computeIfAbsent(part, any -> new ArrayList<>()).add(error);
        }
        byPart.forEach(
                (part, own) -> later.putAll(LaterTypes.of(own, part, set.units.get(unitOf(own.get(0))), attribution)));
        if (errors.stream().anyMatch(error -> missingName(set.units.get(unitOf(error)), error) == null)) {
            return false;
        }
        List<Part> gone = new ArrayList<>();
        for (Map.Entry<Declaration, List<CompileError>> entry : byPart.entrySet()) {
            Declaration part = entry.getKey();
            if (runsNow(part.name())) {
                return false;
            }
            String key = plan.key(part, cell);
            int unit = unitOf(entry.getValue().get(0));
            Pending waiting =
                    leaveOut(plan.units.get(unit), part, entry.getValue(), set.units.get(unit), plan.waiting.get(key));
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

    /**
     * Has bodies that mention unknown names throw, if the names are mentioned in bodies only.
     *
     * @param before what the declaration was found to wait for already, or null
     */
    private Pending leaveOut(
            UnitPlan unitPlan, Declaration part, List<CompileError> errors, Unit unit, Pending before) {
        Set<String> missing = new TreeSet<>(before == null ? Set.of() : before.missing());
        List<Span> bodies = new ArrayList<>();
        boolean usable = true;
        for (CompileError error : errors) {
            String name = missingName(unit, error);
            missing.add(name == null ? Pending.NO_NAME : name);
            int[] body = attribution.bodyAround(unit, error.position());
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

    private Declaration declarationAt(int position) {
        return (Declaration) plan.units.stream()
                .filter(unit -> unit.replaces == null && !unit.cell.generated())
                .flatMap(unit -> unit.parts.stream())
                .filter(part -> part instanceof Declaration && part.span().contains(position))
                .findFirst()
                .orElse(null);
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
        if (error.code().equals(OF_AN_OBJECT) && unit.isCopied(error.start())) {
            return askedOfThis(unit.cell(), unit.toCell(error.start()));
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

    /** Takes out earlier declarations that compile no more, or the bodies that do not; both fail when used. */
    private boolean dropBroken() {
        boolean dropped = false;
        for (int i = 1; i < plan.units.size(); i++) {
            if (plan.units.get(i).replaces != null && !errorsOf(i).isEmpty() && cast()) {
                return true;
            }
        }
        for (int i = plan.units.size() - 1; i > 0; i--) {
            List<CompileError> errors = plan.units.get(i).replaces == null ? List.of() : errorsOf(i);
            if (!errors.isEmpty()) {
                UnitPlan unit = plan.units.get(i);
                String key = plan.key(unit.declaration(), unit.cell);
                Pending why = leaveOut(unit, unit.declaration(), errors, set.units.get(i), plan.stillWaiting.get(key));
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

    /** An assignment that does not fit the new type is meant for the old one. */
    private boolean takeBackRenewals(List<CompileError> errors) {
        return renewals.removeIf(renewal -> {
            boolean wrong =
                    errors.stream().anyMatch(error -> renewal.original().span().contains(inCell(error)));
            if (wrong) {
                renewal.takeBack(plan);
            }
            return wrong;
        });
    }

    /** Finds methods of the cell that replace a live one though their parameters are written in other words. */
    private boolean findReplaced() {
        boolean found = false;
        Map<String, Integer> seen = new HashMap<>();
        for (Element member : attribution.members(set.units.get(0))) {
            List<String> keys = set.methodKeys.get(0).get(member.getSimpleName().toString());
            if (keys != null && member instanceof ExecutableElement method) {
                String key = keys.get(seen.merge(keys.get(0), 1, Integer::sum) - 1);
                MethodDeclaration own = ownMethod(key);
                String parameters = attribution.erasure(method);
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

    /**
     * Finds {@code this.x} and {@code this::m} in methods and statements, where a file without a class around it has an
     * object of its own: what they ask for is the cells'.
     */
    private boolean findSelves() {
        boolean found = false;
        for (int i = 0; i < plan.units.size(); i++) {
            Unit unit = set.units.get(i);
            UnitPlan planned = plan.units.get(i);
            for (CompileError error : attribution.errors()) {
                boolean self = error.code().equals(OF_AN_OBJECT)
                        && unit.name().equals(error.unit())
                        && unit.isCopied(error.start());
                String member = self ? askedOfThis(planned.cell, unit.toCell(error.start())) : null;
                boolean known = member != null
                        && (names.home(member) != null
                                || plan.units.stream()
                                        .anyMatch(other -> Plan.declared(other).contains(member)));
                found |= known && planned.selves.put(unit.toCell(error.start()), member) == null;
            }
        }
        return found;
    }

    /**
     * The name asked for in {@code this.x} and {@code this::x}; null where nothing like that stands at a position, or a
     * class around it is what {@code this} would be of.
     */
    private static String askedOfThis(Cell cell, int position) {
        if (cell.parts().stream()
                .anyMatch(part -> part instanceof TypeDeclaration && part.span().contains(position))) {
            return null;
        }
        List<Token> tokens = Lexer.tokens(cell.source().substring(position));
        boolean asks = tokens.size() > 2
                && tokens.get(0).is("this")
                && (tokens.get(1).is(".") || tokens.get(1).is("::"))
                && tokens.get(2).isWord();
        return asks ? tokens.get(2).text() : null;
    }

    private MethodContract contractOf(ExecutableElement method) {
        return new MethodContract(
                attribution.erasure(method),
                attribution.types().erasure(method.getReturnType()).toString(),
                method.asType() + " " + method.getThrownTypes() + " " + method.isVarArgs());
    }

    private MethodDeclaration ownMethod(String key) {
        return (MethodDeclaration) plan.main().parts.stream()
                .filter(part -> part instanceof MethodDeclaration method
                        && plan.key(method, cell).equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Names that keep their place but not their type: what mentions them has to be compiled again. */
    private Set<String> changedNames() {
        Set<String> changed = new HashSet<>();
        plan.variables.clear();
        plan.contracts.clear();
        for (int i = 0; i < set.units.size(); i++) {
            Map<String, MethodContract> contracts = new HashMap<>();
            Map<String, Integer> seen = new HashMap<>();
            for (Element member : attribution.members(set.units.get(i))) {
                String name = member.getSimpleName().toString();
                if (member.getKind() == ElementKind.FIELD && i == 0 && !name.equals(plan.valueName)) {
                    plan.variables.put(name, Plan.anonymous(typeText.of(member.asType()), unitNames));
                } else if (member instanceof ExecutableElement method
                        && set.methodKeys.get(i).containsKey(name)) {
                    String key = set.methodKeys.get(i).get(name).get(seen.merge(name, 1, Integer::sum) - 1);
                    contracts.put(key, contractOf(method).anonymous(unitNames));
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

    /**
     * Names the cell gives a meaning they have not had: of types, of variables and methods that are new, of what is
     * imported. A new overload may suit an earlier call better than the one it was compiled against.
     */
    private Set<String> declaredNames() {
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
     * Adds a unit for each declaration, live or waiting, that mentions one of these names, itself or through others:
     * one rule for what is stale, over all that is declared.
     *
     * @param asked of what waits, the names that matter; null for all
     */
    private boolean follow(Set<String> names, Set<String> asked) {
        Set<String> changed = new HashSet<>(names);
        // A variable may turn out to have the type that something waits for.
        Set<String> declared = new HashSet<>(asked == null ? Set.of() : Plan.declared(plan.main()));
        boolean added = false;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Pending> entry : this.names.pending().entrySet()) {
                Pending waiting = entry.getValue();
                declared.addAll(changed);
                grown |= (asked == null || asked.contains(waiting.part().name()))
                        && isStale(waiting, declared)
                        && add(waiting.part(), waiting.cell(), entry.getKey(), waiting, changed);
            }
            for (Method method : this.names.methods()) {
                grown |= isStale(method.uses(), changed)
                        && add(method.part(), method.cell(), method.key(), method, changed);
            }
            for (DeclaredType type : this.names.types()) {
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

    private void findUses() {
        for (int i = 0; i < plan.units.size(); i++) {
            UnitPlan unit = plan.units.get(i);
            for (Part part : unit.parts) {
                if (part instanceof Declaration declaration) {
                    Map<String, String> uses = new HashMap<>(Uses.of(declaration, set.units.get(i), attribution));
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
        Unit unit = set.units.get(0);
        List<Diagnostic> mapped = new ArrayList<>();
        for (int i = 0; i < plan.units.size(); i++) {
            int number = i;
            List<CompileError> own =
                    errors.stream().filter(error -> unitOf(error) == number).toList();
            mapped.addAll(
                    plan.units.get(i).cell.generated()
                            ? GeneratedTypes.inCell(set.units.get(i), own, plan)
                            : inCell(set.units.get(i), own));
        }
        mapped.addAll(generated.errors());
        if (!mapped.isEmpty()) {
            mapped.addAll(0, meantLast(mapped));
            mapped.addAll(0, Renewal.advice(mapped, plan, cell, names));
        }
        return new CellAnalysis(names, plan, mapped, attribution, unit);
    }

    /** For errors in methods and types that mention a variable of several types: which one they mean. */
    private List<Diagnostic> meantLast(List<Diagnostic> errors) {
        Stretches stretches = plan.stretches();
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (Diagnostic error : errors) {
            Declaration part = declarationAt(error.position());
            if (part != null) {
                for (Token token : Lexer.tokens(part.span().of(cell.source()))) {
                    if (token.isWord() && stretches.isRetyped(token.text())) {
                        Variant last = stretches.last(token.text());
                        int start = part.start() + token.start();
                        int end = part.start() + token.end();
                        int line = cell.typedLines()
                                .applyAsInt(cell.line(last.part().start()));
                        String text = say("session.several-types", "name", token.text(), "line", line);
                        found.putIfAbsent(token.text(), new Diagnostic("jacobi.err.retyped", start, start, end, text));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Errors of a unit in positions of its cell. */
    static List<Diagnostic> inCell(Unit unit, List<CompileError> errors) {
        List<Diagnostic> mapped = new ArrayList<>();
        for (CompileError error : errors) {
            int position = Math.max(0, error.position());
            int start = unit.toCell(error.start() < 0 ? position : error.start());
            int caret = unit.toCell(position);
            int end = Math.max(start, unit.endToCell(Math.max(error.end(), position)));
            mapped.add(
                    new Diagnostic(error.code(), start, Math.max(start, caret), end, error.message(), error.words()));
        }
        return mapped;
    }
}

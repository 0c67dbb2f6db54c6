package jacobi.repl.session;

import jacobi.notation.Diagnostic;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.javac.TypeText;
import jacobi.repl.weaving.Linkage;
import jacobi.repl.weaving.UnitLoader;
import jacobi.repl.weaving.Weaver;
import jacobi.source.Cell;
import jacobi.source.Part;
import jacobi.source.Part.MethodDeclaration;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names, units and loaders of one session. Not thread-safe. */
public final class Session {
    /** How many values of cells {@code $n} are kept. */
    private static final int VALUES_KEPT = 32;
    /** How often units that nothing names are looked for. */
    private static final int SWEEP_EVERY = 64;

    private final Javac javac;
    private final Names names;
    private final ClassLoader libraries;
    private final Linkage linkage = new Linkage();
    /** By unit. Looked at by other threads where memory is to be found. */
    private final Map<String, UnitLoader> loaders = new ConcurrentHashMap<>();

    private final Deque<String> values = new ArrayDeque<>();
    private int installed;

    public Session(Javac javac, List<String> prelude, ClassLoader libraries) {
        this.javac = javac;
        this.names = new Names(prelude, javac.imports());
        this.libraries = libraries;
    }

    /** The names of the packages that libraries brought since the start. */
    public Set<String> addedPackages() {
        return javac.addedPackages();
    }

    public Names names() {
        return names;
    }

    /** Compiles a cell without keeping anything; what mentions names of later cells is an error. */
    public CellAnalysis analyze(Cell cell) {
        return Analyzer.analyze(javac, names, cell, false);
    }

    /** Compiles a cell without keeping anything; methods and types may wait for names of later cells. */
    public CellAnalysis analyzeWaiting(Cell cell) {
        return Analyzer.analyze(javac, names, cell, true);
    }

    /** Finds types in a cell that is still being typed. */
    public CellAnalysis probe(Cell cell) {
        return Analyzer.probe(javac, names, cell);
    }

    /** Whether the syntax of a cell is Java's. */
    public boolean parses(Cell cell) {
        return probe(cell).attribution().errors().stream().noneMatch(CompileError::isSyntax);
    }

    /**
     * Makes the declarations of an analyzed cell live.
     *
     * @return what to run, or the errors that only turned up now
     */
    public Installed install(CellAnalysis analysis) {
        Plan plan = analysis.plan();
        List<String> unitNames = new ArrayList<>();
        for (int i = 0; i < plan.units.size(); i++) {
            unitNames.add(javac.unitName(i == 0 ? plan.main().cell.number() : 0));
        }
        UnitWriter.ValueForm form = plan.hasValue() ? UnitWriter.ValueForm.FIELD : UnitWriter.ValueForm.STATEMENT;
        UnitSet set = new UnitSet(names, plan, unitNames, plan.types(unitNames), form, false);
        Javac.Compilation compilation = javac.compile(set.units, set.headers());
        if (!compilation.errors().isEmpty()) {
            List<Diagnostic> errors = compilation.errors().stream()
                    .map(error -> error.inCell(set.units.get(0)))
                    .toList();
            return new Installed(null, null, errors, List.of());
        }
        List<UnitLoader> unitLoaders = new ArrayList<>();
        for (Unit unit : set.units) {
            UnitLoader loader = new UnitLoader(unit.qualifiedName(), linkage, libraries);
            unitLoaders.add(loader);
            loaders.put(unit.name(), loader);
        }
        Methods methods = new Methods(names, plan, set, unitLoaders);
        methods.route(linkage, compilation.classes());
        String main = unitNames.get(0);
        place(plan, unitNames);
        name(plan, unitNames);
        for (int i = 0; i < set.units.size(); i++) {
            Unit unit = set.units.get(i);
            Map<String, byte[]> classes = new HashMap<>(compilation.classes());
            classes.keySet()
                    .removeIf(
                            name -> !name.equals(unit.qualifiedName()) && !name.startsWith(unit.qualifiedName() + "$"));
            unitLoaders.get(i).add(classes, new Weaver(unit, linkage));
        }
        methods.publish();
        linkage.restoreModifiers(unitLoaders, !javac.addedPackages().isEmpty());
        register(plan, unitNames, methods);
        if (plan.hasValue()) {
            keep(plan.valueName, main, Plan.named(plan.types.get(plan.valueName), unitNames));
        }
        if (++installed % SWEEP_EVERY == 0) {
            sweep();
        }
        List<String> notes = new ArrayList<>(plan.notes);
        plan.waiting.values().forEach(waiting -> notes.add(waiting.note()));
        return new Installed(
                unitLoaders.get(0),
                new Entry("cells." + main, plan.hasValue() ? plan.valueName : null),
                List.of(),
                notes);
    }

    /**
     * What an installed cell runs.
     *
     * @param valueName the field that holds the value afterwards, or null
     */
    record Entry(String className, String valueName) {}

    /** An installed cell: {@code loader} and {@code entry} are null where there are errors. */
    public record Installed(UnitLoader loader, Entry entry, List<Diagnostic> errors, List<String> notes) {

        public boolean hasValue() {
            return entry.valueName() != null;
        }

        /** Runs the cell's statements on this thread. */
        public void run() throws Throwable {
            Class<?> unit = Class.forName(entry.className(), true, loader);
            MethodHandles.publicLookup()
                    .findStatic(unit, Weaver.RUN, MethodType.methodType(void.class))
                    .invokeExact();
        }

        /** The value of the last line. */
        public Object value() throws ReflectiveOperationException {
            return Class.forName(entry.className(), true, loader)
                    .getField(entry.valueName())
                    .get(null);
        }
    }

    /** Gives the cell's variables their places: one declared again with its type keeps the one it has. */
    private void place(Plan plan, List<String> unitNames) {
        String main = "cells." + unitNames.get(0);
        Stretches stretches = plan.stretches();
        stretches.variants().forEach((name, variants) -> {
            Variable live = names.variable(name);
            for (Stretches.Variant variant : variants) {
                String type = plan.types.get(Plan.key(variant.variable()));
                boolean first = variant == variants.get(0);
                String holder = null;
                for (Stretches.Stretch stretch : stretches.all()) {
                    if (variant.equals(stretch.hidden().get(name))) {
                        String place = main + "$" + stretch.className();
                        if (holder != null) {
                            linkage.alias(place, name, holder);
                        } else if (first && live != null && live.type().equals(Plan.named(type, unitNames))) {
                            linkage.alias(place, name, "cells." + live.unit());
                        }
                        holder = holder == null ? place : holder;
                    }
                }
            }
        });
        plan.inOrder().forEach((name, type) -> {
            Variable live = names.variable(name);
            boolean same = live != null && live.type().equals(Plan.named(type, unitNames));
            if (same) {
                linkage.alias(main, name, "cells." + live.unit());
            }
            String finalIn = plan.isFinal(name) ? plan.main().cell.title() : null;
            String all = plan.allTypes(name);
            if (same && TypeText.isResult(all) && live.all() == null) {
                // The unit it stays in has no method that gives it so.
                all = null;
            }
            names.add(new Variable(
                    name,
                    same ? live.unit() : unitNames.get(0),
                    Plan.named(type, unitNames),
                    all == null ? null : Plan.named(all, unitNames),
                    finalIn));
        });
    }

    /** Has the cell's classes go by their own names, as far as no variable has an earlier one of the name. */
    private void name(Plan plan, List<String> unitNames) {
        for (int i = 0; i < unitNames.size(); i++) {
            for (Part part : plan.units.get(i).parts) {
                if (part instanceof TypeDeclaration type) {
                    String end = "." + type.name();
                    boolean alone = names.variables().stream()
                            .noneMatch(variable -> Names.mentioned(variable.type()).stream()
                                    .anyMatch(mentioned -> mentioned.endsWith(end) && !isOf(mentioned, unitNames)));
                    linkage.name(unitNames.get(i), type.name(), alone);
                }
            }
        }
    }

    private static boolean isOf(String type, List<String> unitNames) {
        return unitNames.stream().anyMatch(unit -> type.startsWith("cells." + unit + "."));
    }

    private void register(Plan plan, List<String> unitNames, Methods methods) {
        plan.broken.forEach(names::lose);
        plan.imports.forEach(names::add);
        methods.register();
        for (int i = 0; i < plan.units.size(); i++) {
            Plan.UnitPlan unit = plan.units.get(i);
            for (Part part : unit.parts) {
                if (part instanceof Part.Import line && !unit.cell.generated()) {
                    names.add(line);
                } else if (part instanceof TypeDeclaration type) {
                    names.add(new DeclaredType(
                            type, unit.cell, unitNames.get(i), unit.uses.getOrDefault(type, Map.of())));
                    names.removePending(type.name());
                } else if (part instanceof MethodDeclaration method) {
                    names.removePending(plan.key(method, unit.cell));
                }
            }
        }
        plan.waiting.forEach((key, waiting) -> {
            if (waiting.usable()) {
                names.add(key, waiting);
            } else {
                // What went by this name is declared anew, and must not go on unnoticed.
                names.lose(key, waiting);
            }
        });
        plan.stillWaiting.forEach(names::add);
    }

    private void keep(String name, String unit, String type) {
        names.add(new Variable(name, unit, type, null, null));
        values.remove(name);
        values.add(name);
        if (values.size() > VALUES_KEPT) {
            String oldest = values.remove();
            Variable variable = names.variable(oldest);
            names.removeVariable(oldest);
            forget(variable);
        }
    }

    /** Empties the field of a value that is no longer offered, so that its memory can go. */
    private void forget(Variable variable) {
        if (variable != null && loaders.containsKey(variable.unit())) {
            letGo(variable);
        }
    }

    /** Sets a variable to null, if its type has that. Any thread may call this. */
    public void letGo(Variable variable) {
        UnitLoader loader = loaders.get(variable.unit());
        if (loader != null && !isPrimitive(variable.type())) {
            try {
                loader.loadClass("cells." + variable.unit())
                        .getField(variable.name())
                        .set(null, null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("a cell's variable is a field of its unit", e);
            }
        }
    }

    /**
     * Sets everything cells hold to null: variables, values, static fields of their classes. Any thread may call this.
     */
    public void letGoOfAll() {
        for (UnitLoader loader : loaders.values()) {
            loader.letGo();
        }
    }

    private static boolean isPrimitive(String type) {
        return Set.of("int", "long", "double", "float", "boolean", "char", "byte", "short")
                .contains(type);
    }

    /** The current value of a live variable. */
    public Object value(Variable variable) throws ReflectiveOperationException {
        return loaders.get(variable.unit())
                .loadClass("cells." + variable.unit())
                .getField(variable.name())
                .get(null);
    }

    /** Lets go of all units, when the session is over and the compilers go on. */
    public void forgetAll() {
        loaders.keySet().forEach(javac::forget);
        loaders.clear();
    }

    /** Lets go of units that no live name needs, directly or through other units. */
    private void sweep() {
        Set<String> live = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(names.units());
        names.methods().forEach(method -> {
            if (method.slot().unit() != null) {
                open.add(method.slot().unit().substring("cells.".length()));
            }
        });
        while (!open.isEmpty()) {
            String unit = open.remove();
            if (live.add(unit) && loaders.containsKey(unit)) {
                loaders.get(unit).neededUnits().forEach(needed -> open.add(needed.substring("cells.".length())));
            }
        }
        for (String unit : List.copyOf(loaders.keySet())) {
            if (!live.contains(unit)) {
                loaders.remove(unit);
                javac.forget(unit);
                linkage.forget("cells." + unit);
            }
        }
    }
}

package jacobi.repl.session;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import jacobi.repl.javac.CompileError;
import jacobi.repl.javac.Javac;
import jacobi.repl.session.Plan.UnitPlan;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.Span;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Token;
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Has processors of annotations, as AutoValue's, write classes for those of a plan. They see each class in a file of
 * its own, where it has the name it was given; what they write joins the plan as if a cell had declared it.
 */
final class GeneratedTypes {
    /** The class around those of an earlier cell, which a processor sees. */
    private static final Pattern UNIT = Pattern.compile("(cell|unit)\\d+");

    private final Javac javac;
    private final Names names;
    private final Plan plan;
    /** The classes the processors have seen. */
    private final Set<Part> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Diagnostic> errors = new ArrayList<>();

    GeneratedTypes(Javac javac, Names names, Plan plan) {
        this.javac = javac;
        this.names = names;
        this.plan = plan;
    }

    /** What processors found wrong with classes of the cell. */
    List<Diagnostic> errors() {
        return errors;
    }

    /** Adds what processors write for those classes of the plan that they have not seen. */
    void addToPlan() {
        if (!javac.hasProcessors()) {
            return;
        }
        List<Unit> files = new ArrayList<>();
        Set<String> classes = new HashSet<>();
        plan.units.forEach(unit -> classes.addAll(Plan.declared(unit)));
        boolean anew = false;
        for (UnitPlan unit : plan.units) {
            for (Part part : unit.parts) {
                if (part instanceof TypeDeclaration type && !unit.cell.generated()) {
                    Unit file = file(unit, type, classes);
                    files.add(file);
                    anew |= seen.add(type) && javac.isProcessed(file);
                }
            }
        }
        if (!anew) {
            return;
        }
        Javac.Generated generated = javac.generate(files);
        generated.sources().forEach((name, source) -> add(Cell.ofProcessor(name + ".java", atTop(source))));
        errors.clear();
        for (Unit file : files) {
            if (file.cell().equals(plan.main().cell)) {
                generated.errors().stream()
                        .filter(error -> file.name().equals(error.unit()))
                        .forEach(error -> errors.add(error.inCell(file)));
            }
        }
    }

    /** Errors of a class that a processor wrote, at the class of the cell it wrote it for. */
    static List<Diagnostic> inCell(Unit unit, List<CompileError> errors, Plan plan) {
        List<Diagnostic> mapped = new ArrayList<>();
        for (CompileError error : errors) {
            Part at = plan.main().parts.stream()
                    .filter(part -> part instanceof TypeDeclaration type
                            && unit.cell().parts().stream()
                                    .anyMatch(one -> one.words().contains(type.name())))
                    .findFirst()
                    .orElse(plan.main().parts.get(0));
            int line = unit.cell().line(unit.toCell(Math.max(0, error.position())));
            mapped.add(new Diagnostic(
                    "jacobi.err.generated",
                    at.start(),
                    at.start(),
                    at.end(),
                    say("session.generatedTypes.wrong", "place", unit.cell().place(line), "why", error.words())));
        }
        return mapped;
    }

    /** A class as it would stand in a file of its own. */
    private Unit file(UnitPlan unit, TypeDeclaration type, Set<String> classes) {
        Unit.Builder file = new Unit.Builder(type.name(), unit.cell);
        file.put("package " + Unit.PACKAGE + ";\n");
        List<Part.Import> own = new ArrayList<>();
        for (Part part : plan.main().parts) {
            if (part instanceof Part.Import line) {
                own.add(line);
                file.put(line.text()).put("\n");
            }
        }
        names.importsFor(type.words(), classes, Map.of(), plan.brokenTypes(), own, false)
                .forEach(line -> file.put(line).put("\n"));
        int at = type.start();
        for (Span modifier : type.dropped()) {
            file.copy(at, modifier.start());
            at = modifier.end();
        }
        return file.copy(at, type.end()).put("\n").build();
    }

    /** Has a source name the classes of cells as they do each other: by their simple names. */
    private static String atTop(String source) {
        Map<String, String> nested = new HashMap<>();
        StringBuilder text = new StringBuilder();
        List<Token> tokens = Lexer.tokens(source);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int last = i;
            if (startsImport(tokens, i)) {
                StringBuilder name = new StringBuilder();
                while (last < tokens.size() && !tokens.get(last).is(";")) {
                    boolean around = isAround(tokens, last);
                    name.append(last == i || around ? "" : tokens.get(last).text());
                    last += around ? 2 : 1;
                }
                nested.put(name.substring(name.lastIndexOf(".") + 1), name.toString());
                text.append(source, at, tokens.get(i).start());
                at = tokens.get(Math.min(last, tokens.size() - 1)).end();
            } else if (isAround(tokens, i)) {
                last = i + 1;
                text.append(source, at, tokens.get(i).start());
                at = tokens.get(last).end();
            } else if (nested.containsKey(tokens.get(i).text()) && !isAfterDot(tokens, i)) {
                text.append(source, at, tokens.get(i).start())
                        .append(nested.get(tokens.get(i).text()));
                at = tokens.get(i).end();
            }
            i = last;
        }
        return text.append(source, at, source.length()).toString();
    }

    /** Whether an import line of a class of cells starts here. */
    private static boolean startsImport(List<Token> tokens, int index) {
        return tokens.get(index).is("import") && isAround(tokens, index + 1);
    }

    /** Whether the package of cells, or the class around theirs, stands before a name here. */
    private static boolean isAround(List<Token> tokens, int index) {
        if (index + 1 >= tokens.size()
                || !tokens.get(index + 1).is(".")
                || !tokens.get(index).isWord()) {
            return false;
        }
        String word = tokens.get(index).text();
        boolean inPackage = index > 1 && isAround(tokens, index - 2);
        return (!isAfterDot(tokens, index) || inPackage)
                && (word.equals(Unit.PACKAGE) || UNIT.matcher(word).matches());
    }

    private static boolean isAfterDot(List<Token> tokens, int index) {
        return index > 0 && tokens.get(index - 1).is(".");
    }

    private void add(Cell cell) {
        List<Part> parts = new ArrayList<>();
        cell.parts().stream().filter(part -> part instanceof TypeDeclaration).forEach(parts::add);
        if (parts.isEmpty()) {
            return;
        }
        for (int i = plan.units.size() - 1; i > 0; i--) {
            Set<String> before = Plan.declared(plan.units.get(i));
            if (parts.stream().anyMatch(part -> before.contains(((TypeDeclaration) part).name()))) {
                plan.removeUnit(i);
            }
        }
        cell.parts().stream().filter(part -> part instanceof Part.Import).forEach(parts::add);
        plan.units.add(new UnitPlan(cell, parts, null));
    }
}

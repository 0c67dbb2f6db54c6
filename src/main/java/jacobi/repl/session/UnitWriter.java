package jacobi.repl.session;

import jacobi.repl.javac.TypeText;
import jacobi.repl.session.Stretches.Stretch;
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
import jacobi.source.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the compilation unit of some parts of a cell: variables become static fields, methods and types static
 * members, statements the body of one method, each piece of the cell on lines of its own.
 */
final class UnitWriter {
    /** A body that is left out, and what stands in its place. */
    record Stub(Span body, String statement) {}

    /** How the last line's value is kept. */
    enum ValueForm {
        /** In a local variable, whose type the attribution tells. */
        INFERRED,
        /** In a field of known type. */
        FIELD,
        /** Not at all: it has none. */
        STATEMENT
    }

    private static final Set<String> PRIMITIVES = Set.of("int", "long", "double", "float", "char", "byte", "short");

    private final Cell cell;
    private final List<Part> parts;
    private final List<String> imports;
    private final List<String> forwarders;
    private final List<Stub> stubs;
    private final List<Lift> lifts;
    private final Map<String, String> types;
    private final ValueForm form;
    private final String valueName;
    private final Map<Integer, String> selves;
    private final Map<Integer, String> casts;
    private final String throwable;
    private final Stretches stretches;

    /**
     * @param types the types of variables and of the value, as far as they are known, as {@link Plan#types} has them
     * @param selves by the position of a {@code this}, the class it stands for
     * @param casts by the position of a variable, the types it is of beside its own
     * @param throwable how the unit names {@link Throwable}
     */
    UnitWriter(
            Cell cell,
            List<Part> parts,
            List<String> imports,
            List<String> forwarders,
            List<Stub> stubs,
            List<Lift> lifts,
            Map<String, String> types,
            ValueForm form,
            String valueName,
            Map<Integer, String> selves,
            Map<Integer, String> casts,
            String throwable) {
        this.throwable = throwable;
        this.selves = Map.copyOf(selves);
        this.casts = Map.copyOf(casts);
        this.cell = cell;
        this.parts = parts;
        this.imports = imports;
        this.forwarders = forwarders;
        this.stubs = stubs.stream()
                .sorted(Comparator.comparingInt(stub -> stub.body().start()))
                .toList();
        this.lifts = lifts.stream()
                .sorted(Comparator.comparingInt(lift -> lift.creation().start()))
                .toList();
        this.types = types;
        this.form = form;
        this.valueName = valueName;
        stretches = new Stretches(parts, cell.source(), types);
    }

    /** The whole unit. */
    Unit write(String name) {
        return write(name, false);
    }

    /** The unit's declarations, for units that name them: bodies of methods left out. */
    Unit header(String name) {
        return write(name, true);
    }

    private Unit write(String name, boolean header) {
        Unit.Builder unit = new Unit.Builder(name, cell, selves, casts);
        unit.put("package " + Unit.PACKAGE + ";\n");
        imports.forEach(line -> unit.put(line).put("\n"));
        for (Part part : parts) {
            if (part instanceof Part.Import own) {
                String text = own.span().of(cell.source());
                unit.copy(own.span()).put(text.endsWith(";") ? "\n" : ";\n");
            }
        }
        unit.put("final class " + name + " {\n");
        for (Part part : parts) {
            if (part instanceof VariableDeclaration variable) {
                for (Declarator declarator : variable.declarators()) {
                    if (!stretches.isRepeated(variable, declarator) && !stretches.isHidden(variable, declarator)) {
                        field(unit, variable, declarator);
                    }
                }
            } else if (part instanceof TypeDeclaration type) {
                unit.put("static ");
                declaration(unit, type, stubs);
            } else if (part instanceof MethodDeclaration method) {
                unit.put("static ");
                declaration(unit, method, header ? List.of(new Stub(method.body(), "throw null;")) : stubs);
            }
        }
        if (form == ValueForm.FIELD) {
            unit.put("static " + types.get(valueName) + " " + valueName + ";\n");
        }
        for (Lift lift : lifts) {
            unit.put("static " + lift.opening() + "\n");
            unit.copy(lift.body().start() + 1, lift.body().end()).put(lift.closing() + "\n");
        }
        forwarders.forEach(method -> unit.put(method).put("\n"));
        if (!header) {
            statements(unit);
        }
        return unit.put("}\n").build();
    }

    private void declaration(Unit.Builder unit, Declaration part, List<Stub> stubs) {
        List<Stub> cuts = new ArrayList<>();
        part.dropped().forEach(modifier -> cuts.add(new Stub(modifier, null)));
        stubs.stream().filter(stub -> part.span().contains(stub.body().start())).forEach(cuts::add);
        int at = part.start();
        for (Stub cut : cuts) {
            if (cut.body().start() < at) {
                continue;
            }
            unit.copy(at, cut.body().start());
            if (cut.statement() != null) {
                unit.put("{ " + cut.statement() + " }");
            }
            at = cut.body().end();
        }
        unit.copy(at, part.end()).put("\n");
    }

    private void field(Unit.Builder unit, VariableDeclaration part, Declarator variable) {
        if (part.inferred()) {
            String type = types.get(Plan.key(variable));
            if (type != null) {
                unit.put("static " + type + " " + variable.name() + ";\n");
            }
            String all = types.get(Plan.allKey(variable));
            if (type != null && TypeText.isResult(all)) {
                String result = all.substring(all.lastIndexOf("> ") + 2);
                unit.put("static " + all + " " + SeveralTypes.getter(variable.name()) + "() { return (" + result
                        + ") (java.lang.Object) " + variable.name() + "; }\n");
            }
        } else {
            unit.put("static ").copy(part.type()).put(" ").copy(variable.nameSpan());
            unit.put(variable.dimensions() + ";\n");
        }
    }

    /** Each stretch in a method, which calls the next one's, so that a cell that returns early is over. */
    private void statements(Unit.Builder unit) {
        List<Stretch> all = stretches.all();
        if (!all.get(0).hidden().isEmpty()) {
            unit.put("static void " + Weaver.RUN + "() throws " + throwable + " { "
                    + all.get(0).call() + " }\n");
        }
        for (Stretch stretch : all) {
            boolean inner = stretch.className() != null;
            if (inner) {
                unit.put("static class " + stretch.className() + " {\n");
                stretch.hidden().values().forEach(variant -> field(unit, variant.part(), variant.variable()));
            }
            unit.put("static void " + stretch.method() + "() throws " + throwable + " {\n");
            stretch.parts().forEach(part -> statement(unit, part));
            boolean last = stretch.number() == all.size() - 1;
            unit.put((last ? "" : all.get(stretch.number() + 1).call()) + "}\n" + (inner ? "}\n" : ""));
        }
    }

    private void statement(Unit.Builder unit, Part part) {
        if (part instanceof VariableDeclaration variable) {
            if (variable.inferred()
                    && !types.containsKey(Plan.key(variable.declarators().get(0)))) {
                copy(unit, part.start(), lastCharacter(part.span()) == ';' ? part.end() - 1 : part.end())
                        .put(";\n");
            } else {
                variable.declarators().forEach(declarator -> assign(unit, variable, declarator));
            }
        } else if (part instanceof Part.Statement statement) {
            unit.copy(part.span()).put(statement.terminated() ? "\n" : ";\n");
        } else if (part instanceof Part.Value) {
            switch (form) {
                case INFERRED -> unit.put("var " + valueName + " = ");
                case FIELD -> unit.put(valueName + " = ");
                case STATEMENT -> {}
            }
            unit.copy(part.span()).put(";\n");
        }
    }

    private void assign(Unit.Builder unit, VariableDeclaration part, Declarator variable) {
        String type = part.type().of(cell.source());
        Span value = variable.initializer();
        if (value == null) {
            boolean scalar = variable.dimensions().isEmpty();
            String initial =
                    scalar && PRIMITIVES.contains(type) ? "0" : scalar && type.equals("boolean") ? "false" : "null";
            unit.copy(variable.nameSpan()).put(" = " + initial + ";\n");
        } else if (cell.source().charAt(value.start()) == '{') {
            String element =
                    Lexer.tokens(type).stream().map(token -> token.text()).reduce("", String::concat);
            unit.copy(variable.nameSpan()).put(" = new " + element + variable.dimensions() + " ");
            copy(unit, value.start(), value.end()).put(";\n");
        } else if (variable.dimensions().isEmpty()) {
            copy(unit, variable.nameSpan().start(), value.end()).put(";\n");
        } else {
            copy(unit.copy(variable.nameSpan()).put(" = "), value.start(), value.end())
                    .put(";\n");
        }
    }

    /** Copies part of a declaration; objects of unnamed classes in it are made of the classes that have names now. */
    private Unit.Builder copy(Unit.Builder unit, int start, int end) {
        int at = start;
        for (Lift lift : lifts) {
            if (lift.creation().start() >= at && lift.creation().end() <= end) {
                unit.copy(at, lift.creation().start()).put(lift.beforeArguments());
                if (lift.enclosing() != null) {
                    unit.copy(lift.enclosing());
                }
                unit.put(lift.between()).copy(lift.arguments());
                at = lift.creation().end();
            }
        }
        return unit.copy(at, end);
    }

    private char lastCharacter(Span span) {
        return cell.source().charAt(span.end() - 1);
    }
}

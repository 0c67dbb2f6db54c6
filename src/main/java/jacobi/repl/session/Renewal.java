package jacobi.repl.session;

import static jacobi.language.Say.say;

import jacobi.notation.Diagnostic;
import jacobi.source.Cell;
import jacobi.source.Lexer;
import jacobi.source.Part;
import jacobi.source.Part.Declarator;
import jacobi.source.Part.Span;
import jacobi.source.Part.TypeDeclaration;
import jacobi.source.Part.VariableDeclaration;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A statement {@code d = new Dog();} that gives a variable of an old class an object of the new one: once a class is
 * declared anew, its variables keep their objects, whose class is the old one. The statement is read as a declaration
 * of the variable with the new type.
 *
 * @param original the statement
 * @param parts what stands in its place: the declaration, and the value if the statement was the cell's last line
 * @param variable as it is so far
 */
record Renewal(Part original, List<Part> parts, Variable variable) {
    /** Puts declarations in the place of such statements, the first of each variable. */
    static List<Renewal> in(List<Part> parts, String source, Names names, Plan plan) {
        List<Renewal> found = new ArrayList<>();
        Set<String> mentioned = new HashSet<>(Plan.declared(plan.main()));
        for (Part part : List.copyOf(parts)) {
            boolean statement = part instanceof Part.Statement || part instanceof Part.Value;
            List<Token> tokens = statement ? Lexer.tokens(part.span().of(source)) : List.of();
            if (tokens.size() > 2
                    && tokens.get(1).is("=")
                    && !mentioned.contains(tokens.get(0).text())) {
                Variable variable = names.variable(tokens.get(0).text());
                if (variable != null && !variable.isFinal() && newType(variable, names, plan) != null) {
                    Renewal renewal = of(part, tokens, variable);
                    int at = parts.indexOf(part);
                    parts.remove(at);
                    parts.addAll(at, renewal.parts());
                    found.add(renewal);
                }
            }
            mentioned.addAll(part.words());
        }
        return found;
    }

    private static Renewal of(Part part, List<Token> tokens, Variable variable) {
        int start = part.start();
        Token last = tokens.get(tokens.size() - 1);
        Span name = new Span(start, start + tokens.get(0).end());
        Span value = new Span(start + tokens.get(2).start(), start + (last.is(";") ? last.start() : last.end()));
        List<Part> parts = new ArrayList<>();
        parts.add(new VariableDeclaration(
                part.span(),
                part.words(),
                true,
                false,
                name,
                List.of(new Declarator(variable.name(), name, "", value))));
        if (part instanceof Part.Value) {
            parts.add(new Part.Value(name, Set.of(variable.name()), false));
        }
        return new Renewal(part, List.copyOf(parts), variable);
    }

    private String key() {
        return Plan.key(((VariableDeclaration) parts.get(0)).declarators().get(0));
    }

    /** Has the declaration's type stand in the plan, as the plan's units are now. */
    void putType(Plan plan, Names names) {
        plan.types.put(key(), newType(variable, names, plan));
    }

    void takeBack(Plan plan) {
        List<Part> all = plan.main().parts;
        int at = all.indexOf(parts.get(0));
        all.removeAll(parts);
        all.add(at, original);
        plan.types.remove(key());
    }

    /** The type of a variable with the classes that go by its words now; null if those are the ones it has. */
    private static String newType(Variable variable, Names names, Plan plan) {
        Matcher mentioned = Names.CLASS_OF_CELL.matcher(variable.type());
        String type = mentioned.replaceAll(found -> Matcher.quoteReplacement(
                "cells." + home(found.group(1), found.group(2), names, plan) + "." + found.group(2)));
        return type.equals(variable.type()) ? null : type;
    }

    /** The unit that has the class of that name now. */
    private static String home(String unit, String name, Names names, Plan plan) {
        for (int i = 0; i < plan.units.size(); i++) {
            if (plan.units.get(i).parts.stream()
                    .anyMatch(part ->
                            part instanceof TypeDeclaration type && type.name().equals(name))) {
                return "#" + i;
            }
        }
        DeclaredType live = names.type(name);
        return live == null ? unit : live.unit();
    }

    /** For errors in lines that mention variables of old classes: which they are, and how to give them new objects. */
    static List<Diagnostic> advice(List<Diagnostic> errors, Plan plan, Cell cell, Names names) {
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        Set<String> own = Plan.declared(plan.main());
        for (Diagnostic error : errors) {
            for (Part part : plan.main().parts) {
                if (!part.span().contains(error.position()) || part instanceof Part.Import) {
                    continue;
                }
                for (Token token : Lexer.tokens(part.span().of(cell.source()))) {
                    Variable variable =
                            token.isWord() && !own.contains(token.text()) ? names.variable(token.text()) : null;
                    if (variable != null && newType(variable, names, plan) != null) {
                        int start = part.start() + token.start();
                        found.putIfAbsent(
                                variable.name(),
                                new Diagnostic(
                                        "jacobi.err.old",
                                        start,
                                        start,
                                        part.start() + token.end(),
                                        words(variable, names, plan)));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static String words(Variable variable, Names names, Plan plan) {
        Matcher mentioned = Names.CLASS_OF_CELL.matcher(variable.type());
        String old = variable.shortType();
        while (mentioned.find()) {
            if (!home(mentioned.group(1), mentioned.group(2), names, plan).equals(mentioned.group(1))) {
                old = mentioned.group(2);
                break;
            }
        }
        DeclaredType now = names.type(old);
        boolean makes = variable.shortType().equals(old)
                && now != null
                && (now.kind().equals("class") || now.kind().equals("record"));
        return say(makes ? "session.renewed.new" : "session.renewed", "name", variable.name(), "class", old);
    }
}

package jacobi.notation;

import static jacobi.language.Say.say;

import jacobi.source.Node;
import jacobi.source.Token;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several variables given values at once, as in Python: all values are computed before the first variable gets its own.
 * One value for all gives its parts: the components of a record, the elements of a list, an array, a tuple or a tensor,
 * the lengths of a shape, the key and value of a map's entry.
 */
final class Unpacking {

    /** What a variable gets its value from, in plain Java, and its type, null where nobody knows it. */
    private record Part(String text, String type) {}

    private final Rewriter rewriter;
    private int holders;

    Unpacking(Rewriter rewriter) {
        this.rewriter = rewriter;
    }

    /** @param top whether the variables are the cell's own */
    Rendered read(Node.Unpack unpack, boolean top) {
        if (unpack.values().size() == 1) {
            return fromOne(unpack, top);
        }
        if (unpack.values().size() != unpack.targets().size()) {
            List<Rendered> values = unpack.values().stream().map(rewriter::read).toList();
            problem(
                    unpack,
                    say(
                            "notation.unpacking.variables-get-values-there",
                            "targets",
                            unpack.targets().size(),
                            "values",
                            unpack.values().size()));
            return rewriter.marker(unpack, "$unpack", values).put(";", unpack.end(), unpack.end());
        }
        return declares(unpack) ? declared(unpack) : assigned(unpack);
    }

    /** Whether the variables are new: {@code var (x, y) = y, x} can mean only those there are. */
    private boolean declares(Node.Unpack unpack) {
        Set<String> words = words(unpack.values());
        return unpack.declares() && unpack.targets().stream().noneMatch(target -> words.contains(nameOf(target)));
    }

    private Rendered declared(Node.Unpack unpack) {
        Rendered rendered = new Rendered(unpack);
        for (int i = 0; i < unpack.targets().size(); i++) {
            Rendered value = value(unpack.values().get(i), "var");
            declare(rendered, unpack.targets().get(i));
            rendered.put(" = ", value.node.start(), value.node.start()).add(value);
            end(rendered, unpack, i == unpack.targets().size() - 1);
            rewriter.types.declare(nameOf(unpack.targets().get(i)), value.type);
        }
        return Rewriter.finished(rendered, null);
    }

    /** {@code { var newA = b; var newB = a; a = newA; b = newB; }}; a constant needs no variable of its own. */
    private Rendered assigned(Node.Unpack unpack) {
        Rendered rendered = new Rendered(unpack).put("{ ", unpack.start(), unpack.start());
        Set<String> words = words(List.of(unpack));
        List<Rendered> kept = new ArrayList<>();
        for (int i = 0; i < unpack.targets().size(); i++) {
            Node node = unpack.values().get(i);
            Rendered value = value(node, rewriter.read(unpack.targets().get(i)).type);
            if (node instanceof Node.Literal || node instanceof Node.Scope) {
                kept.add(value);
                continue;
            }
            String name = fresh(unpack.targets().get(i), words);
            rendered.put("var " + name + " = ", node.start(), node.start())
                    .add(value)
                    .put("; ", node.end(), node.end());
            kept.add(stored(node, name, value.type));
        }
        for (int i = 0; i < unpack.targets().size(); i++) {
            store(rendered, unpack, unpack.targets().get(i), kept.get(i));
        }
        return Rewriter.finished(rendered.put("}", unpack.end(), unpack.end()), null);
    }

    /** A value as a variable of a type keeps it. */
    private Rendered value(Node node, String type) {
        return node instanceof Node.Sequence sequence
                ? rewriter.lists.read(sequence, Wanted.of(type))
                : rewriter.read(node);
    }

    private Rendered fromOne(Node.Unpack unpack, boolean top) {
        Node node = unpack.values().get(0);
        Rendered value = rewriter.read(node);
        String holder = holder();
        int count = unpack.targets().size();
        boolean declares = declares(unpack);
        List<Part> parts = parts(node, value.type, holder, count);
        Rendered rendered = new Rendered(unpack);
        if (parts == null && declares) {
            // The variables get no type, so that nothing else is wrong with what follows.
            Rendered asked = rewriter.marker(unpack, "$unpack", List.of(value));
            declare(rendered, unpack.targets().get(0));
            rendered.put(" = ", node.start(), node.start()).add(asked).put("; ", unpack.end(), unpack.end());
            others(rendered, unpack.targets());
            return rendered;
        }
        if (parts == null) {
            return rewriter.marker(unpack, "$unpack", List.of(value)).put(";", unpack.end(), unpack.end());
        }
        rendered.put((declares ? "" : "{ ") + "var " + holder + " = ", unpack.start(), node.start())
                .add(value);
        String check = count(value.type, holder);
        rendered.put(
                check == null ? "; " : "; Sequences.expect(" + count + ", " + check + "); ",
                unpack.end(),
                unpack.end());
        for (int i = 0; i < count; i++) {
            Node target = unpack.targets().get(i);
            if (declares) {
                declare(rendered, target);
                rendered.put(" = " + parts.get(i).text, target.start(), target.end());
                end(rendered, unpack, i == count - 1);
                rewriter.types.declare(nameOf(target), parts.get(i).type);
            } else {
                store(rendered, unpack, target, stored(target, parts.get(i).text, parts.get(i).type));
            }
        }
        if (declares) {
            // Else it would keep what the variables let go of.
            rendered.put(top ? " " + holder + " = null;" : "", unpack.end(), unpack.end());
        } else {
            rendered.put("}", unpack.end(), unpack.end());
        }
        return Rewriter.finished(rendered, null);
    }

    /** {@code for (var $pair : pairs) { var a = ...; var b = ...; body }}. */
    Rendered each(Node.Each each) {
        Rendered values = rewriter.read(each.values());
        String holder = holder();
        Rendered element = named(each.element(), holder, elementType(each, values));
        List<Part> parts =
                parts(each.element(), element.type, holder, each.targets().size());
        int start = each.element().start();
        int end = each.element().end();
        Rendered rendered = new Rendered(each)
                .copy(each.start(), start)
                .put(Character.isWhitespace(rewriter.source.charAt(start - 1)) ? holder : " " + holder, start, end)
                .copy(end, each.values().start())
                .add(values)
                .copy(each.values().end(), each.body().start());
        rendered.put("{ ", each.body().start(), each.body().start());
        String check = parts == null ? null : count(element.type, holder);
        if (check != null) {
            rendered.put("Sequences.expect(" + each.targets().size() + ", " + check + "); ", start, end);
        }
        if (parts == null) {
            declare(rendered, each.targets().get(0));
            rendered.put(" = ", start, end).add(rewriter.marker(each, "$unpack", List.of(element)));
            rendered.put("; ", end, end);
            others(rendered, each.targets());
        }
        rewriter.types.open();
        for (int i = 0; i < each.targets().size(); i++) {
            Node target = each.targets().get(i);
            if (parts != null) {
                declare(rendered, target);
                rendered.put(" = " + parts.get(i).text + "; ", target.start(), target.end());
            }
            rewriter.types.declare(nameOf(target), parts == null ? null : parts.get(i).type);
        }
        rendered.add(rewriter.read(each.body()));
        rewriter.types.close();
        // The last statement of a cell may do without its semicolon.
        char last = rewriter.source.charAt(each.end() - 1);
        String closing = last == ';' || last == '}' ? " }" : "; }";
        return Rewriter.finished(rendered.put(closing, each.end(), each.end()), null);
    }

    private String elementType(Node.Each each, Rendered values) {
        String known = rewriter.types.of(each.element());
        return known == null && Rewriter.TENSOR.equals(values.type) ? values.type : known;
    }

    /** The parts of a value of that type; null where it has none, not so many, or nobody knows. */
    private List<Part> parts(Node node, String type, String holder, int count) {
        if (type == null) {
            return null;
        }
        List<Part> parts = partsOf(node, type, holder, count);
        if (parts == null || parts.size() != count) {
            problem(
                    node,
                    parts == null
                            ? say(
                                    "notation.unpacking.value-type-gives-no",
                                    "substring",
                                    type.substring(type.lastIndexOf('.') + 1))
                            : say(
                                    "notation.unpacking.variables-get-values",
                                    "count",
                                    count,
                                    "parts",
                                    parts.size(),
                                    "map",
                                    String.join(
                                            ", ",
                                            parts.stream()
                                                    .map(part -> nameOf(part, holder))
                                                    .toList())));
            return null;
        }
        return parts;
    }

    private List<Part> partsOf(Node node, String type, String holder, int count) {
        List<String> components = rewriter.types.components(node);
        Optional<Class<?>> own = rewriter.vocabulary.jacobi(type);
        List<Part> parts = new ArrayList<>();
        if (own.isPresent() && own.get().isRecord() && !type.equals(TUPLE)) {
            for (RecordComponent component : own.get().getRecordComponents()) {
                // A text says where a result is from.
                if (component.getType() != String.class) {
                    parts.add(new Part(
                            holder + "." + component.getName() + "()", Vocabulary.nameOf(component.getType())));
                }
            }
            return parts;
        }
        if (!components.isEmpty() && !type.equals(TUPLE)) {
            components.forEach(name -> parts.add(new Part(holder + "." + name + "()", null)));
            return parts;
        }
        if (type.equals("java.util.Map.Entry")) {
            return List.of(new Part(holder + ".getKey()", null), new Part(holder + ".getValue()", null));
        }
        if (count(type, holder) == null) {
            return null;
        }
        boolean array = Types.isArray(type);
        for (int i = 0; i < count; i++) {
            parts.add(new Part(
                    array ? holder + "[" + i + "]" : holder + ".get(" + i + ")",
                    array
                            ? type.substring(0, type.length() - 2)
                            : own.map(c -> Rewriter.typeOfCall(c, "get")).orElse(null)));
        }
        return parts;
    }

    private static final String TUPLE = "jacobi.notation.value.Tuple";

    /** How many parts a value has that is known while the cell runs; null where its type says it, or it has none. */
    private String count(String type, String holder) {
        if (type == null) {
            return null;
        }
        if (type.equals(Rewriter.TENSOR)) {
            return holder + ".size(0)";
        }
        if (type.equals(TUPLE)) {
            return holder + ".values().size()";
        }
        if (Types.isArray(type)) {
            return holder + ".length";
        }
        boolean list = rewriter.vocabulary
                .find(type)
                .map(c -> List.class.isAssignableFrom(c) || type.equals("jacobi.tensor.Shape"))
                .orElse(false);
        return list ? holder + ".size()" : null;
    }

    private static void declare(Rendered rendered, Node target) {
        rendered.put("var ", target.start(), target.start()).copy(target.start(), target.end());
    }

    private void others(Rendered rendered, List<? extends Node> targets) {
        for (Node target : targets) {
            if (target != targets.get(0)) {
                declare(rendered, target);
                rendered.put(" = " + nameOf(targets.get(0)) + "; ", target.start(), target.end());
            }
            rewriter.types.declare(nameOf(target), null);
        }
    }

    private void end(Rendered rendered, Node.Unpack unpack, boolean last) {
        rendered.put(last ? ";" : "; ", unpack.end(), unpack.end());
    }

    private void store(Rendered rendered, Node.Unpack unpack, Node target, Rendered value) {
        Rendered stored = rewriter.read(new Node.Assign(unpack.operator(), target, value.node));
        if (!stored.rewritten) {
            String type = rewriter.read(target).type;
            boolean cast = "java.lang.Object".equals(value.type) && type != null && !type.equals(value.type);
            stored = new Rendered(stored.node)
                    .add(rewriter.read(target))
                    .put(cast ? " = (" + type + ") " : " = ", target.start(), target.end())
                    .add(value);
        }
        rendered.add(stored).put("; ", target.end(), target.end());
    }

    /** What stands for a value that was computed before. */
    private Rendered stored(Node node, String text, String type) {
        return named(new Node.Name(new Token(Token.Kind.NAME, text, node.start(), node.end())), text, type);
    }

    private Rendered named(Node.Name name, String text, String type) {
        Rendered rendered = new Rendered(name).put(text, name.start(), name.end());
        rendered.type = type;
        rendered.primary = true;
        rewriter.known(name, rendered);
        return rendered;
    }

    private static String nameOf(Part part, String holder) {
        return part.text.substring(holder.length() + 1).replace("()", "");
    }

    private void problem(Node node, String message) {
        rewriter.problem(node, node, "notation.err.unpack", message);
    }

    private String holder() {
        return "$pair" + (holders++ == 0 ? "" : String.valueOf(holders));
    }

    private static String fresh(Node target, Set<String> words) {
        String name = nameOf(target);
        String fresh = name.isEmpty() ? "value" : "new" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        while (!words.add(fresh)) {
            fresh += "2";
        }
        return fresh;
    }

    private static String nameOf(Node target) {
        return target instanceof Node.Local local
                ? local.name().text()
                : target instanceof Node.Name name ? name.text() : "";
    }

    private Set<String> words(List<Node> nodes) {
        Set<String> words = new HashSet<>();
        for (Node node : nodes) {
            String text = rewriter.source.substring(node.start(), node.end());
            words.addAll(Arrays.asList(text.split("\\W+")));
        }
        return words;
    }
}

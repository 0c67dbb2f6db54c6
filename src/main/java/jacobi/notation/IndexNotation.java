package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Node.Sequence;
import jacobi.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Square brackets after a value: on a tensor (and on any class of Jacobi with {@code get}) every index PyTorch has, on
 * a list or string Python's negative indices and slices, on an array slices only, since its indices are Java's.
 */
final class IndexNotation {

    private final Rewriter rewriter;
    private final Lists lists;

    IndexNotation(Rewriter rewriter, Lists lists) {
        this.rewriter = rewriter;
        this.lists = lists;
    }

    Rendered read(Node.Index index) {
        Rendered target = rewriter.read(index.target());
        Rendered rewritten = rewriter.decisions.refused().contains(index) ? null : rewritten(index, target);
        if (rewritten != null) {
            return rewritten;
        }
        if (index.foreign()) {
            return rewriter.marker(index, "$index", parts(index, target));
        }
        Rendered item = rewriter.read(index.items().get(0));
        Rendered rendered = rewriter.around(index, List.of(target, item));
        rendered.primary = true;
        if (rendered.type == null && Types.isArray(target.type)) {
            rendered.type = target.type.substring(0, target.type.length() - 2);
        }
        return rendered;
    }

    /** The parts of an index in the order of their evaluation. */
    private List<Rendered> parts(Node.Index index, Rendered target) {
        List<Rendered> parts = new ArrayList<>(List.of(target));
        for (Node item : index.items()) {
            if (item instanceof Node.Slice slice) {
                slice.children().forEach(bound -> parts.add(rewriter.read(bound)));
            } else if (!(item instanceof Node.Ellipsis)) {
                parts.add(rewriter.read(item));
            }
        }
        return parts;
    }

    private Rendered rewritten(Node.Index index, Rendered target) {
        Optional<Class<?>> type = rewriter.vocabulary.jacobi(target.type);
        int open = index.open();
        if (type.isPresent()) {
            if (Vocabulary.methods(type.get(), "get").isEmpty()) {
                return null;
            }
            Rendered call =
                    new Rendered(index).addPrimary(target).copy(index.target().end(), open);
            call.put(".get(", open, open + 1);
            items(call, index, target.type).put(")", index.end() - 1, index.end());
            return Rewriter.finished(call, typeOf(index, type.get()));
        }
        boolean text = Types.isString(target.type);
        if (index.items().size() != 1 || !text && !Types.isArray(target.type) && !isList(target.type)) {
            return null;
        }
        if (index.items().get(0) instanceof Node.Slice slice) {
            return slice(index, slice, target);
        }
        if (Types.isArray(target.type) || index.foreign()) {
            return null;
        }
        Rendered call = new Rendered(index).put("Sequences.at(", open, open + 1).add(target);
        call.put(", ", open, open + 1).add(rewriter.read(index.items().get(0)));
        call.put(")", index.end() - 1, index.end());
        return Rewriter.finished(call, text ? "char" : rewriter.types.of(index));
    }

    /** A tensor's item is a tensor; another class may have several answers. */
    private String typeOf(Node.Index index, Class<?> type) {
        String known = rewriter.types.of(index);
        return known != null ? known : Rewriter.typeOfCall(type, "get");
    }

    private boolean isList(String type) {
        return rewriter.vocabulary.find(type).map(List.class::isAssignableFrom).orElse(false);
    }

    /** {@code Sequences.slice(words, 1, 3)}; a bound left out is null, a step comes last. */
    private Rendered slice(Node.Index index, Node.Slice slice, Rendered target) {
        int open = index.open();
        Rendered call =
                new Rendered(index).put("Sequences.slice(", open, open + 1).add(target);
        arguments(call, slice, ", ");
        return Rewriter.finished(call.put(")", index.end() - 1, index.end()), target.type);
    }

    private static List<Node> bounds(Node.Slice slice) {
        List<Node> bounds = new ArrayList<>();
        bounds.add(slice.low());
        bounds.add(slice.high());
        if (slice.step() != null) {
            bounds.add(slice.step());
        }
        return bounds;
    }

    /** {@code X[i] = v} and {@code X[i] += v}; null where no tensor or list is involved, or nobody knows yet. */
    Rendered assign(Node.Assign assign, Node.Index index) {
        Rendered target = rewriter.read(index.target());
        if (rewriter.decisions.refused().contains(assign)) {
            return index.foreign() ? marker(assign, index, target) : null;
        }
        Optional<Class<?>> type = rewriter.vocabulary.jacobi(target.type);
        Rendered value = assign.value() instanceof Sequence sequence
                ? lists.read(sequence, new Wanted(Set.of("java.lang.Object"), false, false))
                : rewriter.read(assign.value());
        if (assign.operator().is("=")) {
            if (type.isPresent() && !Vocabulary.methods(type.get(), "set").isEmpty()) {
                return set(assign, index, target, rewriter.asTensor(value));
            }
            if (isList(target.type) && !index.foreign()) {
                return setElement(assign, index, target, value);
            }
        } else if (Rewriter.TENSOR.equals(target.type)) {
            return update(assign, index, target, value);
        } else if (isList(target.type) && !index.foreign()) {
            return updateElement(assign, index, target, value);
        }
        return index.foreign() ? marker(assign, index, target) : null;
    }

    private Rendered marker(Node.Assign assign, Node.Index index, Rendered target) {
        List<Rendered> parts = parts(index, target);
        parts.add(rewriter.read(assign.value()));
        return rewriter.marker(assign, "$assign", parts);
    }

    /** {@code X.set(v, i)}; where that would change the order Java evaluates in, {@code Place.of(X, i).set(v)}. */
    private Rendered set(Node.Assign assign, Node.Index index, Rendered target, Rendered value) {
        boolean ordered = index.items().stream().allMatch(Rewriter::isConstant)
                || Rewriter.isConstant(assign.value())
                || index.items().stream().allMatch(rewriter::isQuiet) && rewriter.isQuiet(assign.value());
        if (!ordered && Rewriter.TENSOR.equals(target.type)) {
            return place(assign, index, target, "set", value);
        }
        int open = index.open();
        Token operator = assign.operator();
        Rendered call = new Rendered(assign).addPrimary(target).put(".set(", operator.start(), operator.end());
        call.add(value).put(", ", open, open + 1);
        items(call, index, target.type).put(")", index.end() - 1, index.end());
        return Rewriter.finished(call, null);
    }

    private Rendered setElement(Node.Assign assign, Node.Index index, Rendered target, Rendered value) {
        int open = index.open();
        Rendered call =
                new Rendered(assign).put("Sequences.set(", open, open + 1).add(target);
        call.put(", ", open, open + 1).add(rewriter.read(index.items().get(0)));
        call.put(", ", index.end() - 1, assign.value().start()).add(value);
        return Rewriter.finished(call.put(")", assign.end() - 1, assign.end()), value.type);
    }

    /** {@code words[i] += v} as Java's on an array, but only where naming the element twice is harmless. */
    private Rendered updateElement(Node.Assign assign, Node.Index index, Rendered target, Rendered value) {
        Token operator = assign.operator();
        String symbol = operator.text().substring(0, operator.text().length() - 1);
        if (symbol.equals("**") || symbol.equals("@") || !rewriter.isQuiet(index)) {
            return null;
        }
        int open = index.open();
        Rendered item = rewriter.read(index.items().get(0));
        Rendered call =
                new Rendered(assign).put("Sequences.set(", open, open + 1).add(target);
        call.put(", ", open, open + 1).add(item).put(", ", index.end() - 1, index.end());
        call.add(rewriter.read(index))
                .put(" " + symbol + " ", operator.start(), operator.end())
                .addPrimary(value);
        return Rewriter.finished(call.put(")", assign.end() - 1, assign.end()), null);
    }

    /** In place through the view an index or slice gives; through a {@code Place} where PyTorch copies. */
    private Rendered update(Node.Assign assign, Node.Index index, Rendered target, Rendered value) {
        Operator operator = Operator.of(assign.operator().text());
        Class<?> type = rewriter.vocabulary.find(Rewriter.TENSOR).orElseThrow();
        String method = operator == null ? null : operator.methodOf(type, "_");
        if (method == null) {
            return null;
        }
        boolean view = index.items().stream().allMatch(this::givesView);
        if (!view && !rewriter.types.asked()) {
            return index.foreign() ? marker(assign, index, target) : null;
        }
        if (!view) {
            return place(assign, index, target, method, value);
        }
        Token token = assign.operator();
        Rendered call =
                new Rendered(assign).add(rewriter.read(index)).put("." + method + "(", token.start(), token.end());
        rewriter.gap(call, token.end(), assign.value().start()).add(value).put(")", assign.end() - 1, assign.end());
        return Rewriter.finished(call, Rewriter.TENSOR);
    }

    private boolean givesView(Node item) {
        return item instanceof Node.Slice
                || item instanceof Node.Ellipsis
                || Types.isWhole(rewriter.read(item).type)
                || isNull(item);
    }

    private Rendered place(Node.Assign assign, Node.Index index, Rendered target, String method, Rendered value) {
        Token token = assign.operator();
        int open = index.open();
        Rendered call = new Rendered(assign)
                .put("Place.of(", open, open + 1)
                .add(target)
                .put(", ", open, open + 1);
        separate(call, index, Rewriter.TENSOR).put(")." + method + "(", token.start(), token.end());
        rewriter.gap(call, token.end(), assign.value().start()).add(value).put(")", assign.end() - 1, assign.end());
        return Rewriter.finished(call, null);
    }

    /** The arguments of {@code get}: one text where all indices of a tensor are written out, else one by one. */
    private Rendered items(Rendered call, Node.Index index, String type) {
        List<Node> items = index.items();
        boolean written = items.stream().allMatch(IndexNotation::isWrittenOut)
                && !items.stream().allMatch(IndexNotation::isWhole);
        if (Rewriter.TENSOR.equals(type) && written) {
            String text = String.join(", ", items.stream().map(this::text).toList());
            return call.put('"' + text + '"', items.get(0).start(), index.end() - 1);
        }
        return separate(call, index, type);
    }

    /** A slice as text, put together at run time where a bound is computed: {@code i + ":" + j}. */
    private void spelled(Rendered call, Node.Slice slice) {
        String separator = "";
        for (Node bound : bounds(slice)) {
            if (bound != slice.low() || bound == null && !separator.isEmpty()) {
                call.put(separator + "\":\"", slice.start(), slice.end());
                separator = " + ";
            }
            if (bound != null) {
                call.put(separator, bound.start(), bound.start()).addPrimary(rewriter.read(bound));
                separator = " + ";
            }
        }
    }

    private Rendered separate(Rendered call, Node.Index index, String type) {
        String separator = "";
        for (Node item : index.items()) {
            call.put(separator, item.start(), item.start());
            if (item instanceof Node.Ellipsis || item instanceof Node.Slice && isWrittenOut(item)) {
                call.put('"' + text(item) + '"', item.start(), item.end());
            } else if (item instanceof Node.Slice slice && Rewriter.TENSOR.equals(type)) {
                computed(call, slice);
            } else if (item instanceof Node.Slice slice) {
                spelled(call, slice);
            } else if (item instanceof Sequence sequence) {
                call.add(lists.read(sequence, new Wanted(Set.of("java.lang.Object"), false, false)));
            } else {
                call.add(rewriter.read(item));
            }
            separator = ", ";
        }
        return call;
    }

    /** {@code slice(i, i + 2)}; a bound left out is null. */
    private void computed(Rendered call, Node.Slice slice) {
        call.put("slice(", slice.start(), slice.start() + 1);
        arguments(call, slice, "").put(")", slice.end() - 1, slice.end());
    }

    private Rendered arguments(Rendered call, Node.Slice slice, String first) {
        String separator = first;
        for (Node bound : bounds(slice)) {
            call.put(separator, slice.start(), slice.end());
            if (bound == null) {
                call.put("null", slice.start(), slice.end());
            } else {
                call.add(rewriter.read(bound));
            }
            separator = ", ";
        }
        return call;
    }

    private static boolean isNull(Node item) {
        return item instanceof Node.Literal literal && literal.text().equals("null");
    }

    private static boolean isWrittenOut(Node item) {
        return item instanceof Node.Ellipsis
                || isNull(item)
                || item instanceof Node.Slice slice && slice.children().stream().allMatch(IndexNotation::isWhole)
                || isWhole(item);
    }

    private static boolean isWhole(Node bound) {
        return bound instanceof Node.Literal literal && literal.text().chars().allMatch(Character::isDigit)
                || bound instanceof Node.Unary unary && unary.operator().is("-") && isWhole(unary.operand());
    }

    private String text(Node item) {
        return isNull(item)
                ? "None"
                : rewriter.source.substring(item.start(), item.end()).replaceAll("\\s+", "");
    }
}

package jacobi.notation;

import jacobi.source.Node;
import jacobi.source.Token;
import java.util.List;
import java.util.Optional;

/** Values put into variables and elements, and changed in place. */
final class Assignments {

    private final Rewriter rewriter;
    private final Operations operations;
    private final IndexNotation indexing;
    private final Lists lists;

    Assignments(Rewriter rewriter, Operations operations, IndexNotation indexing, Lists lists) {
        this.rewriter = rewriter;
        this.operations = operations;
        this.indexing = indexing;
        this.lists = lists;
    }

    Rendered assign(Node.Assign assign) {
        String symbol = assign.operator().text();
        if (assign.target() instanceof Node.Index index) {
            Rendered stored = indexing.assign(assign, index);
            if (stored != null) {
                return stored;
            }
        }
        if (symbol.equals("=") && assign.target() instanceof Node.Select attribute) {
            Rendered set = attribute(assign, attribute);
            if (set != null) {
                return set;
            }
        }
        Rendered target = rewriter.read(assign.target());
        Rendered value = assign.value() instanceof Node.Sequence sequence
                ? lists.read(sequence, Wanted.of(target.type))
                : rewriter.read(assign.value());
        if (!symbol.equals("=") && Types.isNumber(target.type)) {
            value = rewriter.primitive(value, "double");
        }
        boolean refused = rewriter.decisions.refused().contains(assign);
        Operator operator = symbol.equals("=") ? null : Operator.of(symbol);
        Optional<Class<?>> type = rewriter.vocabulary.jacobi(target.type);
        if (!refused && operator != null && type.isPresent()) {
            String method = operator.methodOf(type.get(), "_");
            if (method != null) {
                return operations.call(
                        assign, target, method, operations.operand(value, type.get(), method), target.type);
            }
            method = operator.methodOf(type.get(), "");
            if (method != null && assign.target() instanceof Node.Name) {
                Token token = assign.operator();
                Rendered again = Rendered.same(new Node.Name(((Node.Name) assign.target()).token()), target.type, true);
                Rendered stored = new Rendered(assign).add(target).put(" = ", token.start(), token.end());
                stored.add(again).put("." + method + "(", token.start(), token.end());
                rewriter.gap(stored, token.end(), value.node.start()).add(value).put(")", token.start(), token.end());
                Rewriter.finished(stored, target.type).primary = false;
                return stored;
            }
        }
        if (symbol.equals("**=") || symbol.equals("@=")) {
            if (!refused && symbol.equals("**=") && Types.isNumber(target.type) && Types.isNumber(value.type)) {
                return powerAssigned(assign, target, value);
            }
            return rewriter.marker(assign, "$assign", List.of(target, value));
        }
        if (Types.isBoolean(target.type) && Rewriter.TENSOR.equals(value.type)) {
            value = rewriter.truth(value);
        }
        Rendered rendered = rewriter.around(assign, List.of(target, value));
        rendered.type = rendered.type == null ? target.type : rendered.type;
        return rendered;
    }

    /** {@code x.grad = null} and {@code x.requires_grad = true}, of which a tensor has methods; null for any other. */
    private Rendered attribute(Node.Assign assign, Node.Select attribute) {
        Rendered owner = rewriter.read(attribute.target());
        String name = Vocabulary.camel(attribute.name().text());
        String setter = name.equals("grad") ? name : name.equals("requiresGrad") ? name + "_" : null;
        if (setter == null || !Rewriter.TENSOR.equals(owner.type)) {
            return null;
        }
        int start = attribute.name().start();
        Rendered call =
                new Rendered(assign).addPrimary(owner).copy(attribute.target().end(), start);
        call.put(setter + "(", start, assign.operator().end()).add(rewriter.read(assign.value()));
        return Rewriter.finished(call.put(")", assign.end() - 1, assign.end()), Rewriter.TENSOR);
    }

    /** {@code n **= 2} of a number in a variable is {@code n = Powers.pow(n, 2)}. */
    private Rendered powerAssigned(Node.Assign assign, Rendered target, Rendered value) {
        if (!(assign.target() instanceof Node.Name name)) {
            return rewriter.marker(assign, "$assign", List.of(target, value));
        }
        Token token = assign.operator();
        boolean whole = Types.isWhole(target.type) && Types.isWhole(value.type);
        String cast = target.type.equals("long") || target.type.equals("double") ? "" : "(" + target.type + ") ";
        Rendered stored = new Rendered(assign).add(target);
        stored.put(" = " + cast + (whole ? "Powers.pow(" : "Math.pow("), token.start(), token.end());
        stored.copy(name.start(), name.end()).put(", ", token.start(), token.end());
        rewriter.gap(stored, token.end(), value.node.start()).add(value).put(")", token.start(), token.end());
        Rewriter.finished(stored, target.type).primary = false;
        return stored;
    }
}

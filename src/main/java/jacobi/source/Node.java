package jacobi.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a cell, {@code source[start, end)}, with the parts inside it in the order of the source. Only what reading
 * notation asks about has a kind of its own; the rest of Java is {@link Other}.
 */
public sealed interface Node {
    /** Where it begins: with its first part, unless something of its own comes before. */
    default int start() {
        return children().get(0).start();
    }

    /** Where it ends: with its last part, unless something of its own follows. */
    default int end() {
        return children().get(children().size() - 1).end();
    }

    List<Node> children();

    /** A number, string, character, boolean or null. */
    record Literal(Token token) implements Word {}

    record Name(Token token) implements Word {}

    /** {@code target.name}. */
    record Select(Node target, Token name) implements Node {
        @Override
        public int end() {
            return name.end();
        }

        @Override
        public List<Node> children() {
            return List.of(target);
        }
    }

    /**
     * {@code target.name(arguments)}; {@code target} is null in a call of a plain name; {@code open} is at its bracket.
     */
    record Call(Node target, Token name, int open, List<Node> arguments, int end) implements Node {
        @Override
        public int start() {
            return target == null ? name.start() : target.start();
        }

        @Override
        public List<Node> children() {
            return target == null
                    ? arguments
                    : Stream.concat(Stream.of(target), arguments.stream()).toList();
        }
    }

    /** {@code new T(arguments)} of a class with a plain name; {@code made} is what follows {@code new}. */
    record New(int start, Call made) implements Node {
        @Override
        public int end() {
            return made.end();
        }

        @Override
        public List<Node> children() {
            return made.arguments();
        }
    }

    /** {@code target[items]}; {@code open} is at the bracket. */
    record Index(Node target, int open, List<Node> items, int end) implements Node {
        @Override
        public int start() {
            return target.start();
        }

        @Override
        public List<Node> children() {
            return Stream.concat(Stream.of(target), items.stream()).toList();
        }

        /** Whether Java has no such form: slices, several items, an ellipsis. */
        public boolean foreign() {
            return items.size() != 1 || items.get(0) instanceof Slice || items.get(0) instanceof Ellipsis;
        }
    }

    /** {@code low:high:step} between index brackets; what is left out is null. */
    record Slice(int start, int end, Node low, Node high, Node step) implements Node {
        @Override
        public List<Node> children() {
            return Stream.of(low, high, step).filter(n -> n != null).toList();
        }
    }

    /** {@code ...} between index brackets. */
    record Ellipsis(int start, int end) implements Leaf {}

    /** {@code [a, b]}, or in round brackets or none, {@code a, b}: a tuple. */
    record Sequence(int start, int end, Form form, List<Node> elements) implements Node {
        public enum Form {
            LIST,
            TUPLE,
            /** The last line of a cell. */
            SHOWN
        }

        @Override
        public List<Node> children() {
            return elements;
        }
    }

    /** A prefix operator, or {@code x++} and {@code x--}, which begin with their operand. */
    record Unary(int start, int end, Token operator, Node operand) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        public boolean prefix() {
            return operator.start() < operand.start();
        }
    }

    record Binary(Token operator, Node left, Node right) implements Node {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** {@code target = value}, {@code target += value}. */
    record Assign(Token operator, Node target, Node value) implements Node {
        @Override
        public List<Node> children() {
            return List.of(target, value);
        }
    }

    /**
     * {@code a, b = b, a} or {@code var (a, b) = pair}: several variables given their values at once.
     *
     * @param declares whether the targets, each a {@link Local}, come into being here
     * @param operator its {@code =}
     * @param values one for each target, or one whose parts they are
     */
    record Unpack(int start, int end, boolean declares, List<Node> targets, Token operator, List<Node> values)
            implements Node {
        @Override
        public List<Node> children() {
            return Stream.concat(targets.stream(), values.stream()).toList();
        }
    }

    /**
     * {@code for (var (a, b) : pairs) body}.
     *
     * @param element stands for each element of {@code values}, at the brackets with the names
     */
    record Each(int start, int end, List<Local> targets, Name element, Node values, Node body) implements Node {
        @Override
        public List<Node> children() {
            return List.of(element, values, body);
        }
    }

    record Conditional(Node test, Node yes, Node no) implements Node {
        @Override
        public List<Node> children() {
            return List.of(test, yes, no);
        }
    }

    /** {@code (type) operand}. */
    record Cast(int start, String type, Node operand) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Paren(int start, int end, Node inner) implements Node {
        @Override
        public List<Node> children() {
            return List.of(inner);
        }
    }

    /** What {@code if} and loops ask. */
    record Test(Node inner) implements Node {
        @Override
        public List<Node> children() {
            return List.of(inner);
        }
    }

    /**
     * A variable or parameter coming into being.
     *
     * @param type as written; {@code var} or empty where Java finds it
     * @param value its first value, or null
     * @param each whether it takes each element of {@code value} in turn
     */
    record Local(int start, int end, String type, Token name, Node value, boolean each) implements Node {
        @Override
        public List<Node> children() {
            return value == null ? List.of() : List.of(value);
        }
    }

    /** Where the variables declared inside end: a block, a loop, a lambda, a method, a class. */
    record Scope(int start, int end, List<Node> children) implements Node {}

    /** A method with the type it returns as written; a scope, too. */
    record Method(int start, int end, String type, Token name, List<Node> children) implements Node {}

    /** {@code new T(...) {...}}, or any form of Java in which only the parts matter. */
    record Other(int start, int end, List<Node> children) implements Node {}

    /** The whole cell. */
    record Cell(int end, List<Node> children) implements Node {
        @Override
        public int start() {
            return 0;
        }
    }

    /** A part with none inside. */
    sealed interface Leaf extends Node permits Word, Ellipsis {
        @Override
        default List<Node> children() {
            return List.of();
        }
    }

    /** A part of one token. */
    sealed interface Word extends Leaf permits Literal, Name {
        Token token();

        @Override
        default int start() {
            return token().start();
        }

        @Override
        default int end() {
            return token().end();
        }

        default String text() {
            return token().text();
        }
    }
}

package jacobi.notation;

import jacobi.source.Node;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the types in a cell: what the compiler said of each node so far, and, for variables whose first
 * value is notation, what was found while reading that value.
 */
final class Types {

    private static final Set<String> WHOLE =
            Set.of("byte", "short", "char", "int", "long", "Byte", "Short", "Character", "Integer", "Long");
    private static final Set<String> FRACTION = Set.of("float", "double", "Float", "Double");

    private static final String PARAMETER = "jacobi.tensor.Parameter";

    static final String NUMBER = "java.lang.Number";

    private final Map<Node, String> learned = new IdentityHashMap<>();
    private final Map<Node, List<String>> components = new IdentityHashMap<>();
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>(List.of(new HashMap<>()));
    private final Set<Node> javas = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> voids = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> questioned = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean asked;
    private Compilation last;

    /** Learns from a compilation of {@code draft}. */
    void learn(Node node, Rendered.Draft draft, Compilation compilation) {
        asked = true;
        last = compilation;
        int[] place = draft.place(node);
        String type = place == null ? null : compilation.typeOf(place[0], place[1]);
        if (node instanceof Node.Call && place != null && compilation.isVoid(place[0], place[1])) {
            voids.add(node);
        }
        if (type != null) {
            learned.put(node, plain(type));
        } else if (node instanceof Node.Call) {
            // What an earlier compilation guessed from erroneous arguments.
            learned.remove(node);
        }
        for (Node child : node.children()) {
            learn(child, draft, compilation);
        }
        Node parted = node instanceof Node.Each each
                ? each.element()
                : node instanceof Node.Unpack unpack && unpack.values().size() == 1
                        ? unpack.values().get(0)
                        : null;
        int[] part = parted == null ? null : draft.place(parted);
        if (part != null) {
            components.put(parted, compilation.componentsOf(part[0], part[1]));
        }
    }

    /** Learns what a message says of a node whose type javac forgets because it does not fit. */
    void learn(Node node, String type) {
        learned.put(node, type);
    }

    /** Notes that a node is the student's own {@link Number}, with which notation has nothing to do. */
    void isJavas(Node node) {
        javas.add(node);
    }

    /** Whether a value is a {@link Number} as a tensor's {@code item()} gives it. */
    boolean isTensors(Node node, String type) {
        return NUMBER.equals(type) && !javas.contains(node);
    }

    /** Whether a compiler has looked at the cell yet. */
    boolean asked() {
        return asked;
    }

    /** Whether a call is known to return nothing. */
    boolean isVoid(Node node) {
        return voids.contains(node);
    }

    /** Notes that a compiler was asked for the type of a node by itself. */
    void question(Node node) {
        questioned.add(node);
    }

    /** Whether a compiler was asked for the type of a node by itself: if it did not know, it never will. */
    boolean wasQuestioned(Node node) {
        return questioned.contains(node);
    }

    /** The components of the record that is a node's value; none for a value of another type. */
    List<String> components(Node node) {
        return components.getOrDefault(node, List.of());
    }

    /** What the compiler said, or null. */
    String of(Node node) {
        return learned.get(node);
    }

    void open() {
        scopes.push(new HashMap<>());
    }

    void close() {
        scopes.pop();
    }

    void declare(String name, String type) {
        scopes.peek().put(name, type == null ? "" : type);
    }

    /** Whether the cell itself declares a variable of that name, here or around. */
    boolean declared(String name) {
        return scopes.stream().anyMatch(s -> s.containsKey(name));
    }

    /** Whether an earlier cell declared a variable of that name. */
    boolean isEarlier(String name) {
        return last != null && last.isVariable(name);
    }

    /** The type of a variable the cell declares, or null. */
    String variable(String name) {
        for (Map<String, String> scope : scopes) {
            String type = scope.get(name);
            if (type != null) {
                return type.isEmpty() ? null : type;
            }
        }
        return null;
    }

    /** A parameter of a net is a tensor to notation; any other type is itself. */
    static String tensor(String type) {
        return PARAMETER.equals(type) ? Rewriter.TENSOR : type;
    }

    /** Without type arguments and annotations. */
    static String plain(String type) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : type.toCharArray()) {
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (depth == 0) {
                plain.append(c);
            }
        }
        int annotated = plain.lastIndexOf(" ");
        return tensor(annotated < 0 ? plain.toString() : plain.substring(annotated + 1));
    }

    private static boolean among(Set<String> names, String type) {
        return type != null && names.contains(type.startsWith("java.lang.") ? type.substring(10) : type);
    }

    static boolean isWhole(String type) {
        return among(WHOLE, type);
    }

    static boolean isFraction(String type) {
        return among(FRACTION, type);
    }

    static boolean isNumber(String type) {
        return isWhole(type) || isFraction(type) || NUMBER.equals(type);
    }

    static boolean isBoolean(String type) {
        return "boolean".equals(type) || "java.lang.Boolean".equals(type);
    }

    static boolean isArray(String type) {
        return type != null && type.endsWith("[]");
    }

    static boolean isString(String type) {
        return "java.lang.String".equals(type);
    }

    /** The primitive of a box by its simple name; a primitive is its own. */
    static String primitive(String type) {
        return type.equals("Integer") ? "int" : type.toLowerCase(Locale.ROOT);
    }

    /** The type of a literal; of null it is {@code null}. */
    static String literal(Node.Literal literal) {
        String text = literal.text();
        return switch (literal.token().kind()) {
            case STRING -> "java.lang.String";
            case CHARACTER -> "char";
            case NUMBER -> numberType(text.toLowerCase(Locale.ROOT));
            default -> text.equals("null") ? "null" : "boolean";
        };
    }

    private static String numberType(String text) {
        boolean hexadecimal = text.startsWith("0x");
        if (text.endsWith("l")) {
            return "long";
        }
        if (hexadecimal ? text.contains("p") : text.contains(".") || text.contains("e") || text.endsWith("d")) {
            return text.endsWith("f") ? "float" : "double";
        }
        return !hexadecimal && text.endsWith("f") ? "float" : "int";
    }
}

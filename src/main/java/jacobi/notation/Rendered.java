package jacobi.notation;

import jacobi.source.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node's plain Java: stretches of the source, text put in, and the plain Java of its parts.
 *
 * <p>Filled by one reader, then only looked at.
 */
final class Rendered {

    private record Copy(int start, int end) {}

    private record Put(String text, int start, int end) {}

    final Node node;

    /** The type of its value, without type arguments; null where nobody knows yet. */
    String type;

    /** Whether a point or a bracket after it takes the whole of it. */
    boolean primary;

    /** Whether it says something else than the source does at this node; parts may. */
    boolean rewritten;

    /** Whether it is a call of a method that is not there, put in to learn the types of its parts. */
    boolean marker;

    private final List<Object> pieces = new ArrayList<>();

    Rendered(Node node) {
        this.node = node;
    }

    /** The node as it stands in the source. */
    static Rendered same(Node node, String type, boolean primary) {
        Rendered rendered = new Rendered(node).copy(node.start(), node.end());
        rendered.type = type;
        rendered.primary = primary;
        return rendered;
    }

    /** A node with all its parts as typed. */
    static Rendered typed(Node node) {
        Rendered rendered = new Rendered(node);
        int at = node.start();
        for (Node child : node.children()) {
            rendered.copy(at, child.start()).add(typed(child));
            at = child.end();
        }
        return rendered.copy(at, node.end());
    }

    Rendered copy(int start, int end) {
        if (start < end) {
            pieces.add(new Copy(start, end));
        }
        return this;
    }

    /** Puts in {@code text} for the operator or bracket at {@code source[start, end)}. */
    Rendered put(String text, int start, int end) {
        pieces.add(new Put(text, start, end));
        return this;
    }

    Rendered add(Rendered part) {
        pieces.add(part);
        return this;
    }

    /** The part in brackets where it needs them before a point. */
    Rendered addPrimary(Rendered part) {
        if (part.primary) {
            return add(part);
        }
        int start = part.node.start();
        int end = part.node.end();
        return put("(", start, start + 1).add(part).put(")", end - 1, end);
    }

    boolean changed() {
        return rewritten || pieces.stream().anyMatch(p -> p instanceof Rendered part && part.changed());
    }

    /** A whole cell's plain Java, and where in it each node went. */
    static final class Draft {
        final String plain;
        final PositionMap map;
        private final Map<Node, int[]> places = new IdentityHashMap<>();
        private final List<Rendered> parts = new ArrayList<>();

        Draft(Rendered cell, String source) {
            PositionMap.Builder builder = new PositionMap.Builder(source);
            write(cell, builder);
            plain = builder.plain();
            map = builder.map();
        }

        private void write(Rendered rendered, PositionMap.Builder builder) {
            int from = builder.length();
            for (Object piece : rendered.pieces) {
                if (piece instanceof Copy copy) {
                    builder.copy(copy.start, copy.end);
                } else if (piece instanceof Put put) {
                    builder.put(put.text, put.start, put.end);
                } else {
                    write((Rendered) piece, builder);
                }
            }
            places.put(rendered.node, new int[] {from, builder.length()});
            parts.add(rendered);
        }

        /** The type the value of {@code node} was taken to have, or null. */
        String assumed(Node node) {
            for (Rendered part : parts) {
                if (part.node == node) {
                    return part.type;
                }
            }
            return null;
        }

        /** {@code [from, to)} of a node's plain Java, or null for a node that has none. */
        int[] place(Node node) {
            return places.get(node);
        }

        /** The smallest part around {@code position} that notation wrote, or null. */
        Rendered rewrittenAt(int position) {
            // Parts were noted inner before outer.
            for (Rendered part : parts) {
                int[] place = places.get(part.node);
                if ((part.rewritten || part.marker) && place[0] <= position && position < place[1]) {
                    return part;
                }
            }
            return null;
        }

        /** The smallest part notation wrote around another, or null. */
        Rendered rewrittenAround(Rendered inner) {
            int[] place = places.get(inner.node);
            for (Rendered part : parts.subList(parts.indexOf(inner) + 1, parts.size())) {
                int[] around = places.get(part.node);
                if (part.rewritten && around[0] <= place[0] && place[1] <= around[1]) {
                    return part;
                }
            }
            return null;
        }

        /** What could not be read, in the order of the source. */
        List<Rendered> markers() {
            return parts.stream().filter(p -> p.marker).toList();
        }

        /** The outermost part at exactly {@code [from, to)}, or null. */
        Rendered at(int from, int to) {
            Rendered found = null;
            for (Rendered part : parts) {
                int[] place = places.get(part.node);
                if (place[0] == from && place[1] == to) {
                    found = part;
                }
            }
            return found;
        }
    }
}

package jacobi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What binds to what. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b * c             | (a + (b * c))
            a * b @ c             | ((a * b) @ c)
            a @ b ** c            | (a @ (b ** c))
            -a ** b               | (- (a ** b))
            a ** -b               | (a ** (- b))
            a ** b ** c           | (a ** (b ** c))
            a ** -b ** c          | (a ** (- (b ** c)))
            !a & b                | ((! a) & b)
            a.b[c] ** d           | (a.b[c] ** d)
            f(a) ** 2             | (f(a) ** 2)
            a++ ** 2              | ((a ++) ** 2)
            (int) a ** b          | (cast (a ** b))
            (a) - b               | ((a) - b)
            (T) (a)               | (cast (a))
            a < b == c > d        | ((a < b) == (c > d))
            a >> b >= c           | ((a >> b) >= c)
            a >>> 1 > b           | ((a >>> 1) > b)
            a == b ? c : d        | ((a == b) ? c : d)
            a ? b : c ? d : e     | (a ? b : (c ? d : e))
            a[b ? c : d]          | a[(b ? c : d)]
            a[b ? c : d : e]      | a[(b ? c : d):e]
            a[b:c, ::d, ...]      | a[b:c, ::d, ...]
            a[:-1]                | a[:(- 1)]
            a = b = c             | (a = (b = c))
            a **= b + c           | (a **= (b + c))
            [a, [b]]              | [a, [b]]
            """)
    void groups(String source, String groups) {
        Node.Cell cell = Parser.parse(source, Lexer.endingIn(source));

        assertThat(text(cell.children().get(0))).isEqualTo(groups);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a +", "a[", "f(a", "a ? b", "int = 3", "a b c", "for (", "}", "a, b; c", "[1, 2", "new", "case 1:"
            })
    void refusesWhatIsNoSyntax(String source) {
        assertThatThrownBy(() -> Parser.parse(source, Lexer.endingIn(source))).isInstanceOf(Unreadable.class);
    }

    private static String text(Node node) {
        if (node instanceof Node.Binary binary) {
            return "(" + text(binary.left()) + " " + binary.operator().text() + " " + text(binary.right()) + ")";
        } else if (node instanceof Node.Assign assign) {
            return "(" + text(assign.target()) + " " + assign.operator().text() + " " + text(assign.value()) + ")";
        } else if (node instanceof Node.Unary unary) {
            String operator = unary.operator().text();
            return unary.prefix()
                    ? "(" + operator + " " + text(unary.operand()) + ")"
                    : "(" + text(unary.operand()) + " " + operator + ")";
        } else if (node instanceof Node.Conditional c) {
            return "(" + text(c.test()) + " ? " + text(c.yes()) + " : " + text(c.no()) + ")";
        } else if (node instanceof Node.Cast cast) {
            return "(cast " + text(cast.operand()) + ")";
        } else if (node instanceof Node.Paren paren) {
            return "(" + text(paren.inner()) + ")";
        } else if (node instanceof Node.Select select) {
            return text(select.target()) + "." + select.name().text();
        } else if (node instanceof Node.Index index) {
            return text(index.target()) + "[" + list(index.items()) + "]";
        } else if (node instanceof Node.Slice slice) {
            return bound(slice.low()) + ":" + bound(slice.high())
                    + (slice.step() == null ? "" : ":" + text(slice.step()));
        } else if (node instanceof Node.Ellipsis) {
            return "...";
        } else if (node instanceof Node.Sequence sequence) {
            return "[" + list(sequence.elements()) + "]";
        } else if (node instanceof Node.Call call) {
            return call.name().text() + "(" + list(call.arguments()) + ")";
        }
        return node instanceof Node.Name name ? name.text() : ((Node.Literal) node).text();
    }

    private static String bound(Node bound) {
        return bound == null ? "" : text(bound);
    }

    private static String list(java.util.List<Node> nodes) {
        return nodes.stream().map(ParserTest::text).collect(Collectors.joining(", "));
    }
}

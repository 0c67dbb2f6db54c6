package jacobi;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import jacobi.calculus.Expression;
import jacobi.display.Table;
import jacobi.notation.value.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows tuples and lists of formulas typeset, as SymPy does: {@code f, f.derivative()} as a last line; and lists of
 * records of one type as tables.
 */
final class ListForms {
    private ListForms() {}

    static void register(Renderer renderer) {
        register(renderer, Tuple.class);
        register(renderer, List.class);
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type)
                .preferring(MIMEType.TEXT_PLAIN)
                .preferring(MIMEType.TEXT_LATEX)
                .preferring(MIMEType.TEXT_HTML)
                .register((value, context) -> {
                    Table table = value instanceof List<?> list ? RecordTable.of(list) : null;
                    if (table != null) {
                        table.render(context);
                        return;
                    }
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> String.valueOf(value));
                    String latex = hasFormula(value) ? latex(value) : null;
                    if (latex != null) {
                        context.renderIfRequested(MIMEType.TEXT_LATEX, () -> "$\\displaystyle " + latex + "$");
                    }
                });
    }

    private static boolean hasFormula(Object value) {
        return value instanceof Expression
                || value instanceof Tuple tuple && tuple.values().stream().anyMatch(ListForms::hasFormula)
                || value instanceof List<?> list && list.stream().anyMatch(ListForms::hasFormula);
    }

    /** The value in LaTeX; null where a part of it is neither a formula nor a number nor a list of such. */
    private static String latex(Object value) {
        if (value instanceof Expression formula) {
            return formula.latex();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Tuple tuple) {
            return joined("\\left(", tuple.values(), tuple.values().size() == 1 ? ",\\right)" : "\\right)");
        }
        return value instanceof List<?> list ? joined("\\left[", list, "\\right]") : null;
    }

    private static String joined(String open, List<?> values, String close) {
        List<String> parts = new ArrayList<>();
        for (Object value : values) {
            String part = latex(value);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return open + String.join(",\\ ", parts) + close;
    }
}

package jacobi.course;

import jacobi.source.Cell;
import jacobi.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands in a student's cell where the teacher's has the solution: it compiles, and its answer is {@code todo()}.
 *
 * <p>Inside a method that is {@code return todo();}, or the variables which the rest of the method needs; elsewhere the
 * variables and methods that the solution declares, without what they are.
 */
final class Stub {
    private static final String LEFT_OUT = "todo()";
    private static final Map<String, String> BOXES = Map.of(
            "int",
            "Integer",
            "long",
            "Long",
            "double",
            "Double",
            "float",
            "Float",
            "boolean",
            "Boolean",
            "char",
            "Character",
            "byte",
            "Byte",
            "short",
            "Short");

    private Stub() {}

    /**
     * The lines that take a solution's place.
     *
     * @param cell the whole cell, marks and all
     * @param solution the lines between the marks
     * @param indent of each line
     */
    static List<String> of(String cell, String indent, List<String> solution) {
        String text = String.join("\n", solution);
        int at = Math.max(0, cell.indexOf(text));
        boolean inMethod = Cell.of(0, cell).parts().stream()
                .anyMatch(part -> part instanceof Part.MethodDeclaration method
                        && method.body().contains(at)
                        && method.start() < at);
        List<String> lines = inMethod && text.matches("(?s).*\\breturn\\b.*")
                ? List.of("return " + LEFT_OUT + ";")
                : declarations(text);
        return lines.stream().map(line -> line.isEmpty() ? line : indent + line).toList();
    }

    private static List<String> declarations(String text) {
        List<String> lines = new ArrayList<>();
        for (Part part : Cell.of(0, text).parts()) {
            if (part instanceof Part.Import) {
                lines.add(part.span().of(text).strip());
            } else if (part instanceof Part.VariableDeclaration variable) {
                String type =
                        variable.inferred() ? "var" : variable.type().of(text).strip();
                for (Part.Declarator declarator : variable.declarators()) {
                    lines.add(BOXES.getOrDefault(type + declarator.dimensions(), type + declarator.dimensions()) + " "
                            + declarator.name() + " = " + LEFT_OUT + ";");
                }
            } else if (part instanceof Part.MethodDeclaration method) {
                lines.addAll(method(method, text));
            } else if (part instanceof Part.TypeDeclaration type) {
                lines.add(type.span().of(text).replaceFirst("(?s)\\{.*", "{}").strip());
            }
        }
        return lines;
    }

    private static List<String> method(Part.MethodDeclaration method, String text) {
        String head = method.head().of(text).strip();
        boolean isVoid = head.matches("(?s)(?:<.*>\\s*)?void\\b.*");
        return isVoid ? List.of(head + " {", "}") : List.of(head + " {", "    return " + LEFT_OUT + ";", "}");
    }
}

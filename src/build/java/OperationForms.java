import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes the forms of every operation that a static method annotated with {@code @Op} defines: see {@code
 * jacobi.operation.Op}.
 *
 * <p>A program of one file, which {@code java} runs from its source: the build calls it before it compiles
 * ({@code java src/build/java/OperationForms.java src/main/java target/generated-sources/jacobi}), and nothing has to
 * be compiled first. Sources are parsed by the compiler's own parser; types are written as they were read, so all a
 * definition needs is imports. What did not change is not written again, so that compilers do not start anew.
 */
public final class OperationForms {

    /**
     * What is written for a package: an interface of methods and one of parts that change in place, or null, and a
     * class of functions that the class cells call extends.
     */
    private record Room(String name, String methods, String parts, String functions, String home, String title) {}

    private static final List<Room> ROOMS = List.of(
            new Room("jacobi.tensor", "TensorMethods", "PlaceMethods", "TensorFunctions", "Tensors", "tensors"),
            new Room("jacobi.nn", null, null, "NeuralFunctions", "Functional", "neural networks"));

    private record Parameter(
            String type, String name, String usual, boolean byName, boolean orNumber, boolean many, String also) {
        boolean isTensor() {
            return type.equals("Tensor");
        }

        boolean isShape() {
            return many && type.equals("int") && (name.equals("size") || name.equals("shape"));
        }
    }

    private record Definition(
            String holder,
            String method,
            String name,
            String returns,
            List<Parameter> parameters,
            String comment,
            boolean asMethod,
            boolean asFunction,
            boolean byName,
            boolean inPlace,
            String loop) {
        Parameter receiver() {
            return parameters.stream()
                    .filter(p -> p.isTensor() && p.name.equals("input"))
                    .findFirst()
                    .orElse(parameters.isEmpty() || !parameters.get(0).isTensor() ? null : parameters.get(0));
        }
    }

    /** How a parameter is given in one form; one that is left out is not among the keys of a form. */
    private enum Given {
        AS_IT_IS,
        NUMBER,
        SHAPE
    }

    private final Room room;
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> signatures = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private OperationForms(Room room) {
        this.room = room;
    }

    /** @param args the root of the sources, and the root of what is written */
    public static void main(String[] args) throws IOException {
        for (Room room : ROOMS) {
            Path folder = Path.of(args[0], room.name.split("\\."));
            if (!Files.isDirectory(folder)) {
                continue;
            }
            OperationForms forms = new OperationForms(room);
            forms.read(folder);
            Path out = Path.of(args[1], room.name.split("\\."));
            Files.createDirectories(out);
            if (room.methods != null) {
                forms.write(out, room.methods, forms.methods());
                forms.write(out, room.parts, forms.parts());
            }
            forms.write(out, room.functions, forms.functions());
            if (!forms.problems.isEmpty()) {
                forms.problems.forEach(System.err::println);
                System.exit(1);
            }
        }
    }

    // ------------------------------------------------------------------------------------------ reading

    private void read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        List<Path> defining = new ArrayList<>();
        for (Path file : files) {
            if (Files.readString(file).contains("@Op")) {
                defining.add(file);
            }
        }
        if (defining.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(defining));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (ImportTree line : unit.getImports()) {
                    String name = line.getQualifiedIdentifier().toString();
                    if (!line.isStatic()) {
                        imports.put(name.substring(name.lastIndexOf('.') + 1), name);
                    }
                }
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        Map<String, String> op =
                                annotation("Op", method.getModifiers().getAnnotations());
                        if (op != null) {
                            define(unit, getCurrentPath(), method, op, trees);
                        }
                        return null;
                    }
                }.scan(unit, null);
            }
        }
    }

    private void define(
            CompilationUnitTree unit, TreePath path, MethodTree method, Map<String, String> op, DocTrees trees) {
        String holder =
                ((ClassTree) path.getParentPath().getLeaf()).getSimpleName().toString();
        String name = op.getOrDefault("value", method.getName().toString());
        String where = unit.getSourceFile().getName() + ":"
                + unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, method)) + ": "
                + name + ": ";
        String comment = trees.getDocComment(path);
        if (comment == null || comment.isBlank()) {
            problems.add(where + "an operation needs a comment: it is what a student reads at the cursor");
            comment = "";
        }
        if (!method.getModifiers().getFlags().contains(Modifier.STATIC)
                || method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
            problems.add(where + "an operation is defined by a static method that is not private");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (VariableTree given : method.getParameters()) {
            var annotations = given.getModifiers().getAnnotations();
            Map<String, String> usual = annotation("Default", annotations);
            boolean many = given.toString().contains("...");
            String type = many
                    ? ((ArrayTypeTree) given.getType()).getType().toString()
                    : given.getType().toString();
            parameters.add(new Parameter(
                    type,
                    given.getName().toString(),
                    usual == null ? null : usual.get("value"),
                    usual != null && Boolean.parseBoolean(usual.get("byName")),
                    annotation("OrNumber", annotations) != null,
                    many,
                    annotation("Also", annotations) == null
                            ? null
                            : annotation("Also", annotations).get("value")));
        }
        Matcher tags = Pattern.compile("(?m)^\\s*@param\\s+(\\w+)").matcher(comment);
        while (tags.find()) {
            String named = tags.group(1);
            if (parameters.stream().noneMatch(p -> p.name.equals(named))) {
                problems.add(where + "its comment tells of '" + named + "', which is none of its parameters");
            }
        }
        String loop = op.getOrDefault("loop", "");
        Definition definition = new Definition(
                holder,
                method.getName().toString(),
                name,
                method.getReturnType().toString(),
                parameters,
                comment.strip(),
                room.methods != null && !"false".equals(op.get("method")),
                !"false".equals(op.get("function")) && !name.endsWith("_"),
                "true".equals(op.get("byName")),
                "true".equals(op.get("inPlace")) || !loop.isEmpty(),
                loop);
        if (definition.asMethod && definition.receiver() == null) {
            problems.add(
                    where + "a method needs a tensor to belong to: make it the first parameter, or say method = false");
            return;
        }
        definitions.add(definition);
    }

    /**
     * The elements of an annotation as they are written, strings without their quotation marks; null where it is
     * missing.
     */
    private static Map<String, String> annotation(String name, List<? extends AnnotationTree> annotations) {
        for (AnnotationTree annotation : annotations) {
            if (annotation.getAnnotationType().toString().equals(name)) {
                Map<String, String> elements = new LinkedHashMap<>();
                for (Tree argument : annotation.getArguments()) {
                    Tree value = argument instanceof AssignmentTree set ? set.getExpression() : argument;
                    elements.put(
                            argument instanceof AssignmentTree set
                                    ? set.getVariable().toString()
                                    : "value",
                            value instanceof LiteralTree literal
                                    ? String.valueOf(literal.getValue())
                                    : value.toString());
                }
                return elements;
            }
        }
        return null;
    }

    // ------------------------------------------------------------------------------------------ forms

    /** The parameters of each form, from the shortest to the longest. */
    private static List<List<Parameter>> lengths(Definition definition) {
        List<Parameter> all = definition.parameters;
        if (definition.byName) {
            return List.of(all);
        }
        List<Parameter> usual =
                all.stream().filter(p -> p.usual != null && !p.byName).toList();
        List<List<Parameter>> lengths = new ArrayList<>();
        for (int given = 0; given <= usual.size(); given++) {
            List<Parameter> here = usual.subList(0, given);
            lengths.add(all.stream()
                    .filter(p -> p.usual == null || here.contains(p))
                    .toList());
        }
        if (all.stream().anyMatch(p -> p.byName)) {
            lengths.add(all);
        }
        return lengths;
    }

    /** The ways to give these parameters. */
    private static List<Map<Parameter, Given>> ways(List<Parameter> parameters, Parameter fixed) {
        List<Map<Parameter, Given>> ways = new ArrayList<>(List.of(Map.of()));
        for (Parameter parameter : parameters) {
            List<Map<Parameter, Given>> longer = new ArrayList<>();
            for (Map<Parameter, Given> way : ways) {
                for (Given given : Given.values()) {
                    boolean fits = given == Given.AS_IT_IS
                            || given == Given.NUMBER && parameter.orNumber && parameter != fixed
                            || given == Given.SHAPE && parameter.isShape();
                    // Lists of numbers are lists all or none: mixing them would double the forms with every parameter.
                    boolean alike = !parameter.type.equals("int[]")
                            || !parameter.orNumber
                            || way.entrySet().stream()
                                    .filter(e -> e.getKey().type.equals("int[]") && e.getKey().orNumber)
                                    .allMatch(e -> e.getValue() == given);
                    if (fits && alike) {
                        Map<Parameter, Given> next = new LinkedHashMap<>(way);
                        next.put(parameter, given);
                        longer.add(next);
                    }
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static boolean hasTensor(Definition definition, Map<Parameter, Given> way) {
        return definition.parameters.stream().noneMatch(Parameter::isTensor)
                || way.entrySet().stream().anyMatch(e -> e.getKey().isTensor() && e.getValue() == Given.AS_IT_IS);
    }

    private String methods() {
        StringBuilder text = head(
                "The methods of a {@link Tensor} that are operations, each written from its one definition.",
                "public sealed interface " + room.methods + " permits Tensor");
        String holder = "";
        for (Definition definition : definitions) {
            holder = section(text, holder, definition);
            for (List<Parameter> length : lengths(definition)) {
                for (Map<Parameter, Given> way : ways(length, definition.receiver())) {
                    if (definition.asMethod) {
                        form(text, definition, way, definition.name, "default ", definition.receiver(), null);
                    }
                    if (definition.inPlace) {
                        form(
                                text,
                                definition,
                                way,
                                definition.name + "_",
                                "default ",
                                definition.receiver(),
                                inPlace(definition, way));
                    }
                }
            }
        }
        return text.append("}\n").toString();
    }

    private String functions() {
        StringBuilder text = head(
                "The functions of " + room.title + " that are operations, each written from its one definition.",
                "public abstract sealed class " + room.functions + " permits " + room.home);
        String holder = "";
        for (Definition definition : definitions) {
            if (definition.asFunction) {
                holder = section(text, holder, definition);
                for (List<Parameter> length : lengths(definition)) {
                    for (Map<Parameter, Given> way : ways(length, null)) {
                        if (hasTensor(definition, way)) {
                            form(text, definition, way, definition.name, "public static ", null, null);
                        }
                    }
                }
                if (!definition.loop.isEmpty() && definition.parameters.size() == 2) {
                    into(text, definition);
                }
            }
        }
        return text.append("}\n").toString();
    }

    /** The function that writes into a tensor there is already. */
    private void into(StringBuilder text, Definition definition) {
        List<Parameter> parameters = new ArrayList<>(definition.parameters);
        parameters.add(new Parameter("Tensor", "out", null, false, false, false, null));
        Definition longer = new Definition(
                definition.holder,
                definition.method,
                definition.name,
                definition.returns,
                parameters,
                definition.comment
                        + " Written into {@code out}, of the result's shape and type; not recorded for gradients.",
                false,
                true,
                false,
                false,
                definition.loop);
        Map<Parameter, Given> way = new LinkedHashMap<>();
        parameters.forEach(p -> way.put(p, Given.AS_IT_IS));
        String operands = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        form(
                text,
                longer,
                way,
                definition.name,
                "public static ",
                null,
                "Results.into(BinaryOp." + definition.loop + ", " + operands + ")");
    }

    private String parts() {
        StringBuilder text = head(
                "The operations of two operands that change a {@link Place}: what {@code X[mask] += 1} becomes.",
                "public sealed interface " + room.parts + " permits Place");
        text.append("    /** A copy of the part or, where the index gives one, a view. */\n    Tensor get();\n\n");
        text.append(
                "    /** Writes a tensor, broadcast and converted, into the part. */\n    Tensor set(Tensor value);\n");
        for (Definition definition : definitions) {
            if (definition.inPlace && definition.parameters.size() == 2) {
                for (Map<Parameter, Given> way : ways(definition.parameters, definition.receiver())) {
                    Parameter other = definition.parameters.get(1);
                    String body = "set(get()." + definition.name + "_(" + other.name + "))";
                    form(text, definition, way, definition.name + "_", "default ", definition.receiver(), body);
                }
            }
        }
        return text.append("}\n").toString();
    }

    /** The call that writes the result of an operation into the receiver. */
    private static String inPlace(Definition definition, Map<Parameter, Given> way) {
        Parameter receiver = definition.receiver();
        List<String> tensors = definition.parameters.stream()
                .filter(p -> p.isTensor() && p != receiver && way.get(p) == Given.AS_IT_IS)
                .map(Parameter::name)
                .toList();
        String name = "\"" + definition.name + "_\"";
        Parameter number = definition.parameters.stream()
                .filter(p -> p.isTensor() && way.get(p) == Given.NUMBER)
                .findFirst()
                .orElse(null);
        if (number != null) {
            String arguments = way.keySet().stream()
                    .filter(p -> p != receiver)
                    .map(p -> p == number ? "Tensor.weak(" + p.name + ")" : p.name)
                    .collect(Collectors.joining(", "));
            return definition.name + "_(" + arguments + ")";
        }
        String again = "it -> " + call(definition, way, "it");
        if (definition.loop.isEmpty()) {
            return "InPlace.apply(" + name + ", (Tensor) this, " + again
                    + tensors.stream().map(t -> ", " + t).collect(Collectors.joining()) + ")";
        }
        return tensors.isEmpty()
                ? "InPlace.unary(UnaryOp." + definition.loop + ", " + name + ", (Tensor) this, " + again + ")"
                : "InPlace.binary(BinaryOp." + definition.loop + ", " + name + ", (Tensor) this, " + tensors.get(0)
                        + ", " + again + ")";
    }

    private static String call(Definition definition, Map<Parameter, Given> way, String receiver) {
        return definition.holder + "." + definition.method
                + definition.parameters.stream()
                        .map(p -> p == definition.receiver() && receiver != null ? receiver : argument(p, way.get(p)))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String argument(Parameter parameter, Given given) {
        if (given == null) {
            return parameter.usual;
        }
        return switch (given) {
            case AS_IT_IS -> parameter.name;
            case NUMBER ->
                parameter.isTensor() ? "Tensor.weak(" + parameter.name + ")" : "new int[] {" + parameter.name + "}";
            case SHAPE -> parameter.name + ".dims";
        };
    }

    // ------------------------------------------------------------------------------------------ writing

    private void form(
            StringBuilder text,
            Definition definition,
            Map<Parameter, Given> way,
            String name,
            String modifiers,
            Parameter receiver,
            String body) {
        List<Parameter> shown = way.keySet().stream().filter(p -> p != receiver).toList();
        String types = shown.stream().map(p -> typeOf(p, way.get(p))).collect(Collectors.joining(", "));
        if (!signatures.add(name + "(" + types.replace("...", "[]") + ")")) {
            problems.add(definition.holder + ": " + name + "(" + types
                    + ") is defined twice; tell the forms apart by byName or by name");
        }
        String parameters = shown.stream()
                // Beside any number of values a parameter is left out by the shorter form alone.
                .map(p -> (shown.get(shown.size() - 1).many ? "" : usual(p, way.get(p)))
                        + (p.also == null ? "" : "@Also(\"" + p.also + "\") ")
                        + typeOf(p, way.get(p)) + " " + p.name)
                .collect(Collectors.joining(", "));
        text.append("\n").append(comment(definition, way, name, shown));
        String returns = body != null ? "Tensor" : definition.returns;
        text.append("    ")
                .append(modifiers)
                .append(returns)
                .append(' ')
                .append(name)
                .append('(')
                .append(parameters)
                .append(") {\n");
        text.append("        return ")
                .append(body != null ? body : call(definition, way, receiver == null ? null : "(Tensor) this"))
                .append(";\n    }\n");
        used.addAll(List.of((returns + " " + types).split("\\W+")));
    }

    /** The annotation that says what a parameter is when it is left out, in words of the type it has in this form. */
    private static String usual(Parameter parameter, Given given) {
        String usual = parameter.usual;
        if (usual != null && given == Given.NUMBER && parameter.type.equals("int[]")) {
            usual = usual.equals("null") ? null : usual.replaceFirst("^new int\\[\\] \\{(.*)}$", "$1");
        }
        return usual == null ? "" : "@Default(\"" + usual.replace("\"", "\\\"") + "\") ";
    }

    private static String typeOf(Parameter parameter, Given given) {
        return switch (given) {
            case AS_IT_IS -> parameter.type + (parameter.many ? "..." : "");
            case NUMBER -> parameter.isTensor() ? "Number" : "int";
            case SHAPE -> "Shape";
        };
    }

    /** The definition's comment, with the tags of the parameters this form has, and what those it leaves out are. */
    private String comment(Definition definition, Map<Parameter, Given> way, String name, List<Parameter> shown) {
        String[] parts = definition.comment.split("(?m)^\\s*(?=@(param|return|throws)\\b)");
        List<String> lines = new ArrayList<>();
        String first = parts[0].startsWith("@") ? "" : parts[0].strip();
        if (!name.equals(definition.name)) {
            lines.add("In place: " + Character.toLowerCase(first.charAt(0)) + first.substring(1));
        } else {
            lines.add(first);
        }
        String leftOut = definition.parameters.stream()
                .filter(p -> !way.containsKey(p))
                .map(p -> p.name + "=" + p.usual.replaceFirst("^new int\\[\\] \\{(.*)}$", "$1"))
                .collect(Collectors.joining(", "));
        if (!leftOut.isEmpty()) {
            lines.add("\n<p>Left out here: {@code " + leftOut + "}.");
        }
        List<String> tags = new ArrayList<>();
        for (String part : parts) {
            Matcher tag = Pattern.compile("@(param|return|throws)\\s+(\\w+)").matcher(part);
            if (tag.lookingAt()
                    && (!tag.group(1).equals("param") || shown.stream().anyMatch(p -> p.name.equals(tag.group(2))))) {
                tags.add(part.strip());
            }
        }
        if (!tags.isEmpty()) {
            lines.add("");
            lines.addAll(tags);
        }
        String body = String.join("\n", lines);
        used.addAll(List.of(body.split("\\W+")));
        return body.contains("\n")
                ? "    /**\n"
                        + body.lines()
                                .map(l -> ("     * " + l.stripTrailing()).stripTrailing() + "\n")
                                .collect(Collectors.joining())
                        + "     */\n"
                : "    /** " + body + " */\n";
    }

    private static String section(StringBuilder text, String before, Definition definition) {
        if (!definition.holder.equals(before)) {
            text.append("\n    // ")
                    .append("-".repeat(90 - definition.holder.length()))
                    .append(' ')
                    .append(definition.holder)
                    .append("\n");
        }
        return definition.holder;
    }

    private StringBuilder head(String comment, String declaration) {
        used.clear();
        signatures.clear();
        return new StringBuilder("/** " + comment + " */\n" + declaration + " {\n");
    }

    private void write(Path folder, String type, String body) throws IOException {
        Set<String> lines = new TreeSet<>();
        imports.forEach((simple, full) -> {
            if (used.contains(simple)) {
                lines.add("import " + full + ";\n");
            }
        });
        for (String annotation : List.of("Also", "Default")) {
            if (body.contains("@" + annotation + "(")) {
                lines.add("import jacobi.operation." + annotation + ";\n");
            }
        }
        String text =
                "// Written by src/build/java/OperationForms.java from the definitions marked @Op; changes belong "
                        + "there.\n"
                        + "package " + room.name + ";\n\n" + String.join("", lines) + (lines.isEmpty() ? "" : "\n")
                        + body;
        Path file = folder.resolve(type + ".java");
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}

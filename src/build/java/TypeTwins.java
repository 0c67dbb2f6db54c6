import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what is the same for several types, or again and again within one, from one text, as the JDK does for its
 * vector classes.
 *
 * <p>A template is Java about the first of its types. A line {@code // for float, double:} says that what follows, up
 * to {@code // end for}, is written for float and then for double: in the second the words float, Float and FLOAT are
 * double, Double and DOUBLE, also within names, and vectors and bits of int, which is as wide as float, are of long.
 *
 * <p>Where that line is the first of a file, the whole file is written so, each to a file of its own ({@code
 * FloatTile}, {@code DoubleTile}). {@code // for float, double and either:} adds to each method that takes arrays one
 * that takes them as objects and finds out their type.
 *
 * <p>{@code // for m of max, min:} writes what follows with {@code $m} as max, then as min, and {@code $M} as MAX and
 * MIN; {@code // for r below 4:} does so for 0 to 3, {@code // for r from 4 to 0:} downwards. A placeholder is one
 * letter, so that {@code c$r$v} has two. Parts may stand within parts, and a limit may be a placeholder. What stands
 * from {@code // where exp, log:} to {@code // end for} is written only for those types or words.
 *
 * <p>Layers that are the same but for the number of directions are written so as well: {@code // for 1d, 2d, 3d:} over
 * {@code Conv1d}, where {@code $n} is the number itself; and so are layers that differ in their names alone: {@code //
 * for softmax, logSoftmax:} over {@code Softmax}. Two such lines are written for each pair.
 *
 * <p>A program of one file, which {@code java} runs from its source before anything is compiled: {@code java
 * src/build/java/TypeTwins.java src/main/templates target/generated-sources/jacobi}. A file that would not change is
 * not written, so that compilers do not start anew.
 */
final class TypeTwins {
    private static final Pattern TYPES = Pattern.compile("\\s*// for (\\w+(?:, \\w+)+)( and either)?:");
    private static final Pattern WORDS = Pattern.compile("\\s*// for ([a-z]) of (\\w+(?:, \\w+)*):");
    private static final Pattern NUMBERS = Pattern.compile("\\s*// for ([a-z]) (?:from (\\d+) to|below) (\\d+):");
    private static final Pattern WHERE = Pattern.compile("// where (\\w+(?:, \\w+)*):");
    private static final Pattern PARAMETER = Pattern.compile("\\s*\\* @param (\\w+)");
    private static final Pattern DIRECTIONS = Pattern.compile("([123])d$");
    private static final String END = "// end for";
    private static final Pattern METHOD =
            Pattern.compile("(?m)^    ((?:public )?static (void|boolean|int) (\\w+)\\()([^)]*)\\) \\{$");

    private TypeTwins() {}

    public static void main(String[] folders) throws IOException {
        Path from = Path.of(folders[0]), to = Path.of(folders[1]);
        List<Path> templates;
        try (Stream<Path> all = Files.walk(from)) {
            templates = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        for (Path template : templates) {
            List<String> lines = Files.readAllLines(template);
            Path target = to.resolve(from.relativize(template));
            String head =
                    "// Written from " + from.relativize(template).toString().replace('\\', '/') + " in "
                            + folders[0].replace('\\', '/') + ", where changes belong.\n";
            write(template, target, head, lines);
        }
    }

    /** A file, or where its first line names types one for each, and where the next does so for each of those. */
    private static void write(Path template, Path target, String head, List<String> lines) throws IOException {
        List<String> types = types(lines.get(0));
        if (types == null) {
            write(target, head + expanded(template, lines));
            return;
        }
        for (String type : types) {
            List<String> kept = only(template, lines.subList(1, lines.size()), type, types);
            String name = renamed(target.getFileName().toString(), types.get(0), type);
            String text = renamed(String.join("\n", kept) + "\n", types.get(0), type);
            write(
                    template,
                    target.resolveSibling(name),
                    head,
                    told(text).lines().toList());
        }
    }

    /** The types a line names, or null of any other line. */
    private static List<String> types(String line) {
        Matcher mark = TYPES.matcher(line);
        return mark.matches() ? List.of(mark.group(1).split(", ")) : null;
    }

    /** A text with its marked parts written for each of what they name. */
    private static String expanded(Path template, List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String mark = lines.get(i);
            if (!mark.strip().startsWith("// for ")) {
                out.append(mark).append('\n');
                continue;
            }
            int from = i + 1;
            i = end(template, lines, i);
            out.append(part(template, mark, lines.subList(from, i)));
        }
        return out.toString();
    }

    private static boolean isMark(String line) {
        return line.startsWith("// for ") || WHERE.matcher(line).matches();
    }

    /** What is written for one of several types or words, without what is for another. */
    private static List<String> only(Path template, List<String> lines, String one, List<String> all) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher where = WHERE.matcher(lines.get(i).strip());
            List<String> meant = where.matches() ? List.of(where.group(1).split(", ")) : List.of();
            if (where.matches() && all.containsAll(meant)) {
                int from = i + 1;
                i = end(template, lines, i);
                if (meant.contains(one)) {
                    kept.addAll(lines.subList(from, i));
                }
            } else {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    /** Where the part that begins at a line ends. */
    private static int end(Path template, List<String> lines, int begin) {
        int depth = 0;
        for (int i = begin; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            depth += isMark(line) ? 1 : line.equals(END) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                template + ":" + (begin + 1) + ": a part is marked, but nothing says \"" + END + "\"");
    }

    private static String part(Path template, String mark, List<String> lines) {
        StringBuilder out = new StringBuilder();
        List<String> types = types(mark);
        Matcher words = WORDS.matcher(mark), numbers = NUMBERS.matcher(mark);
        if (types != null) {
            for (String type : types) {
                // A blank line between what is written for one type and for the next.
                out.append(out.isEmpty() ? "" : "\n").append(ofType(template, lines, type, types));
            }
            if (mark.contains(" and either:")) {
                out.append(ofEither(ofType(template, lines, types.get(0), types), types));
            }
        } else if (words.matches()) {
            List<String> all = List.of(words.group(2).split(", "));
            for (String word : all) {
                // A blank line between methods, none between statements.
                out.append(out.isEmpty() || !mark.startsWith("    //") ? "" : "\n")
                        .append(expanded(template, filled(only(template, lines, word, all), words.group(1), word)));
            }
        } else if (numbers.matches()) {
            int limit = Integer.parseInt(numbers.group(3));
            int first = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
            for (int n = first;
                    numbers.group(2) == null ? n < limit : n >= limit;
                    n += numbers.group(2) == null ? 1 : -1) {
                out.append(expanded(template, filled(lines, numbers.group(1), Integer.toString(n))));
            }
        } else {
            throw new IllegalArgumentException(template + ": cannot read \"" + mark.strip() + "\"");
        }
        return out.toString();
    }

    private static String ofType(Path template, List<String> lines, String type, List<String> types) {
        return renamed(expanded(template, only(template, lines, type, types)), types.get(0), type);
    }

    /** A text whose comments tell only of parameters that are there: some may be left out for one of several types. */
    private static String told(String text) {
        StringBuilder out = new StringBuilder();
        boolean missing = false;
        for (int at = 0, next; at < text.length(); at = next) {
            next = text.indexOf('\n', at) + 1;
            String line = text.substring(at, next);
            Matcher tag = PARAMETER.matcher(line);
            if (tag.lookingAt()) {
                int declared = text.indexOf("*/", next);
                String declaration = text.substring(declared, text.indexOf(" {\n", declared));
                missing = Stream.of(declaration.split("\\W+")).noneMatch(tag.group(1)::equals);
            } else if (line.contains("* @") || line.contains("*/")) {
                missing = false;
            }
            out.append(missing ? "" : line);
        }
        return out.toString();
    }

    private static List<String> filled(List<String> lines, String letter, String word) {
        return lines.stream()
                .map(line -> line.replace("$" + letter, word)
                        .replace("$" + letter.toUpperCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** For each method with arrays of the first type, one that takes arrays of any of the types. */
    private static String ofEither(String text, List<String> types) {
        String first = types.get(0), array = first + "[] ";
        StringBuilder out = new StringBuilder();
        Matcher method = METHOD.matcher(text);
        while (method.find()) {
            List<String> parameters =
                    Stream.of(method.group(4).strip().split(",\\s*")).toList();
            String arrayName = parameters.stream()
                    .filter(p -> p.startsWith(array))
                    .map(p -> p.substring(array.length()))
                    .findFirst()
                    .orElse(null);
            if (arrayName == null) {
                continue;
            }
            String last = types.get(types.size() - 1),
                    taken =
                            parameters.stream()
                                    .map(p -> p.startsWith(array)
                                            ? "Object " + p.substring(array.length())
                                            : p.startsWith(first + " ") ? last + p.substring(first.length()) : p)
                                    .collect(Collectors.joining(", "));
            out.append("\n    /** As for ").append(first).append("[], with arrays of one of the types. */\n    ");
            out.append(method.group(1)).append(taken).append(") {\n");
            for (String type : types) {
                String call = method.group(3) + "("
                        + parameters.stream()
                                .map(p -> given(p, first, type, last))
                                .collect(Collectors.joining(", ")) + ")";
                boolean nothing = method.group(2).equals("void");
                out.append("        ")
                        .append(type.equals(first) ? "if" : "} else if")
                        .append(" (")
                        .append(arrayName);
                out.append(" instanceof ")
                        .append(type)
                        .append("[]) {\n            ")
                        .append(nothing ? "" : "return ");
                out.append(call).append(";\n");
            }
            out.append("        } else {\n            throw new IllegalArgumentException(\"no loop for \" + ");
            out.append(arrayName).append(".getClass().getSimpleName());\n        }\n    }\n");
        }
        return out.toString();
    }

    /** An argument of the form for one type, from the parameter of the form for either. */
    private static String given(String parameter, String first, String type, String last) {
        String name = parameter.substring(parameter.lastIndexOf(' ') + 1);
        return parameter.startsWith(first + "[] ")
                ? "(" + type + "[]) " + name
                : parameter.startsWith(first + " ") && !type.equals(last) ? "(" + type + ") " + name : name;
    }

    private static String renamed(String text, String from, String to) {
        Pattern names = Pattern.compile(Stream.of(from, capitalised(from), from.toUpperCase(Locale.ROOT))
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        // In one go, as a name may stand within the one it becomes: softmax in logSoftmax.
        String renamed = names.matcher(text)
                .replaceAll(name -> name.group().equals(from)
                        ? to
                        : name.group().equals(capitalised(from)) ? capitalised(to) : to.toUpperCase(Locale.ROOT));
        Matcher directions = DIRECTIONS.matcher(to);
        if (directions.find()) {
            return renamed.replace("$n", directions.group(1));
        }
        return to.equals("double")
                ? renamed.replace("IntVector", "LongVector")
                        .replace("AsInts()", "AsLongs()")
                        .replace("RawIntBits", "RawLongBits")
                        .replace("intBitsTo", "longBitsTo")
                : renamed;
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes loops that are the same for several types from one text, as the JDK does for its vector classes.
 *
 * <p>A template is Java about the first of its types. A line {@code // for float, double:} says that what follows, up to {@code // end for}, is
 * written for float and then for double: in the second the words float, Float and FLOAT are double, Double and DOUBLE, also within names.
 * Where that line is the first of a file, the whole file is written so, each to a file of its own ({@code FloatTile}, {@code DoubleTile}).
 *
 * <p>A program of one file, which {@code java} runs from its source before anything is compiled: {@code java src/build/java/TypeTwins.java
 * src/main/templates target/generated-sources/jacobi}. A file that would not change is not written, so that compilers do not start anew.
 */
final class TypeTwins {
    private static final Pattern MARK = Pattern.compile("\\s*// for (\\w+(, \\w+)+):");
    private static final String END = "// end for";

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
            List<String> types = types(lines.get(0));
            if (types != null) {
                for (String type : types) {
                    String name = renamed(target.getFileName().toString(), types.get(0), type);
                    write(target.resolveSibling(name), head + text(lines.subList(1, lines.size()), types.get(0), type));
                }
            } else {
                write(target, head + expanded(template, lines));
            }
        }
    }

    /** The types a line names, or null of any other line. */
    private static List<String> types(String line) {
        Matcher mark = MARK.matcher(line);
        return mark.matches() ? List.of(mark.group(1).split(", ")) : null;
    }

    /** A file with its marked parts written for each of their types. */
    private static String expanded(Path template, List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            List<String> types = types(lines.get(i)), part = new ArrayList<>();
            if (types == null) {
                out.append(lines.get(i)).append('\n');
                continue;
            }
            for (i++; i < lines.size() && !lines.get(i).strip().equals(END); i++) {
                part.add(lines.get(i));
            }
            if (i == lines.size()) {
                throw new IllegalArgumentException(template + ": a part is marked, but nothing says \"" + END + "\"");
            }
            for (int k = 0; k < types.size(); k++) {
                // A blank line between what is written for one type and for the next.
                if (k > 0) {
                    out.append('\n');
                }
                out.append(text(part, types.get(0), types.get(k)));
            }
        }
        return out.toString();
    }

    private static String text(List<String> lines, String from, String to) {
        return renamed(String.join("\n", lines), from, to) + "\n";
    }

    private static String renamed(String text, String from, String to) {
        return text.replace(from, to)
                .replace(capitalised(from), capitalised(to))
                .replace(from.toUpperCase(Locale.ROOT), to.toUpperCase(Locale.ROOT));
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

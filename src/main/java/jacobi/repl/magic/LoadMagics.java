package jacobi.repl.magic;

import static jacobi.language.Say.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jacobi.language.Encoding;
import jacobi.repl.Evaluation;
import jacobi.source.Cell;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code %load} and {@code %run}: files and notebooks, run as if their code stood in cells. */
final class LoadMagics {
    private static final List<String> ENDINGS = List.of(".java", ".jshell", ".jsh", ".ijava", ".ipynb");
    private static final Set<String> SCRIPTS = Set.of("jshell", "jsh", "ijava");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\h*package\\h+[\\w.]+\\h*;");
    private static final Pattern MAIN = Pattern.compile(
            "(?s)\\bclass\\s+(\\w+).*?\\bpublic\\s+static\\s+void\\s+main\\s*\\(\\s*(?:final\\s+)?String");

    private final Pieces pieces;
    private final Folders folders;

    LoadMagics(Pieces pieces, Folders folders) {
        this.pieces = pieces;
        this.folders = folders;
    }

    /**
     * Runs all of a file's code, or that of the files a pattern matches, in order; where it is a notebook, its code
     * cells.
     */
    Evaluation load(Magic.Call call) throws MagicException {
        String name = MavenCoordinates.withoutComment(call.arguments());
        if (name.isEmpty()) {
            throw new MagicException(say("magic.loading.name-file-java-code", "example", "%load helpers.java"));
        }
        if (!name.matches(".*[*?\\[{].*")) {
            return load(find(unquoted(name), call.origin()), call.origin());
        }
        List<Path> files = folders.matching(unquoted(name), 1);
        if (files.isEmpty()) {
            throw new MagicException(say(
                    "magic.loading.no-file-matches",
                    "resolve",
                    folders.current().resolve(name)));
        }
        Evaluation last = new Evaluation.Done();
        for (Path file : files) {
            last = load(file, call.origin());
            if (last instanceof Evaluation.Failure) {
                break;
            }
        }
        return last;
    }

    /** Loads a file, and then runs the {@code main} of its class with the words after the file's name. */
    Evaluation run(Magic.Call call) throws MagicException {
        List<String> words = call.words();
        if (words.isEmpty()) {
            throw new MagicException(say("magic.loading.name-file-java-code", "example", "%run Program.java"));
        }
        Path file = find(unquoted(words.get(0)), call.origin());
        Evaluation loaded = load(file, call.origin());
        Matcher main = file.toString().endsWith(".java") ? MAIN.matcher(read(file)) : null;
        if (loaded instanceof Evaluation.Failure || main == null || !main.find()) {
            if (words.size() > 1 && !(loaded instanceof Evaluation.Failure)) {
                throw new MagicException(say(
                        "magic.loading.ran-no-class-string",
                        "file",
                        file.getFileName(),
                        "subList",
                        String.join(" ", words.subList(1, words.size()))));
            }
            return loaded;
        }
        List<String> arguments = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            arguments.add(MagicCell.literal(word));
        }
        String start = main.group(1) + ".main(new String[] {" + String.join(", ", arguments) + "});";
        return pieces.run(start, call.origin());
    }

    private Evaluation load(Path file, CodeOrigin loader) throws MagicException {
        if (loader.isLoading(file)) {
            // A notebook and its helpers may name each other; what is half done will be done.
            return new Evaluation.Done();
        }
        CodeOrigin origin = loader.loading(file);
        String text = read(file);
        String ending = ending(file);
        if (ending.equals("ipynb")) {
            return notebook(text, origin);
        }
        List<String> all = SCRIPTS.contains(ending) ? JShellScript.pieces(text) : List.of(withoutPackage(text));
        Evaluation last = new Evaluation.Done();
        for (String piece : all) {
            last = pieces.run(piece, origin);
            if (last instanceof Evaluation.Failure) {
                return last;
            }
            if (last == Pieces.END_OF_FILE) {
                break;
            }
        }
        return last == Pieces.END_OF_FILE ? new Evaluation.Done() : last;
    }

    /** What its cells show is shown; their values are for the reader of that notebook. */
    private Evaluation notebook(String text, CodeOrigin origin) throws MagicException {
        int number = 0;
        for (JsonNode cell : cells(text, origin.file())) {
            number++;
            if (cell.path("cell_type").asText().equals("code")) {
                Evaluation evaluation = pieces.run(
                        source(cell.path("source")), origin.part(say("magic.loading.cell", "number", number)));
                if (evaluation instanceof Evaluation.Failure) {
                    return evaluation;
                }
            }
        }
        return new Evaluation.Done();
    }

    private static Iterable<JsonNode> cells(String text, Path file) throws MagicException {
        try {
            JsonNode cells = new ObjectMapper().readTree(text).path("cells");
            if (cells.isArray()) {
                return cells;
            }
            throw new MagicException(say("magic.loading.no-notebook-format-no", "file", file));
        } catch (JsonProcessingException e) {
            throw new MagicException(
                    say(
                            "magic.loading.no-notebook-line",
                            "file",
                            file,
                            "lineNr",
                            e.getLocation().getLineNr(),
                            "originalMessage",
                            e.getOriginalMessage()),
                    e);
        }
    }

    /** Text in one piece or, as notebooks are stored, in lines. */
    private static String source(JsonNode source) {
        if (!source.isArray()) {
            return Cell.normalize(source.asText());
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return Cell.normalize(text.toString());
    }

    private Path find(String name, CodeOrigin origin) throws MagicException {
        Set<Path> homes = new LinkedHashSet<>();
        if (origin.file() != null) {
            homes.add(origin.file().getParent());
        }
        homes.addAll(folders.homes());
        for (Path home : homes) {
            Path exact = home.resolve(Folders.path(name)).normalize();
            if (Files.isRegularFile(exact)) {
                return exact;
            }
            for (String ending : ENDINGS) {
                Path file = exact.resolveSibling(exact.getFileName() + ending);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        Path wanted = homes.iterator().next().resolve(Folders.path(name)).normalize();
        throw new MagicException(
                name.matches(".*\\.\\w+")
                        ? say("magic.loading.there-no-file", "wanted", wanted, "nearest", folders.nearest(wanted))
                        : say(
                                "magic.loading.there-no-file-nor",
                                "wanted",
                                wanted,
                                "endings",
                                String.join(" ", ENDINGS),
                                "nearest",
                                folders.nearest(wanted)));
    }

    private static String read(Path file) throws MagicException {
        try {
            Encoding.Text read = Encoding.decode(Files.readAllBytes(file));
            if (read.isUnusual()) {
                System.err.println(say("magic.loading.encoding", "file", file, "charset", read.encoding()));
            }
            return Cell.normalize(read.text());
        } catch (CharacterCodingException e) {
            throw new MagicException(say("magic.loading.no-text-utf-save", "file", file), e);
        } catch (IOException e) {
            throw new MagicException(say("magic.loading.cannot-read", "file", file, "reason", Folders.reason(e)), e);
        }
    }

    /** All cells are of one package, whatever package a file was written for. */
    private static String withoutPackage(String text) {
        Matcher line = PACKAGE.matcher(text);
        return line.find()
                ? text.substring(0, line.start()) + " ".repeat(line.end() - line.start()) + text.substring(line.end())
                : text;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String name) {
        return name.replaceFirst("^([\"'])(.*)\\1$", "$2");
    }
}

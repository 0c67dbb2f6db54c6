package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.language.Language;
import jacobi.language.Width;
import jacobi.repl.Evaluation;
import jacobi.repl.failure.Nearest;
import jacobi.repl.library.Library;
import jacobi.repl.magic.Magic.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The table of magics. A magic is one row. */
public final class Magics {
    private final Host host;
    private final Help help;
    private final MagicTable table;
    private final Libraries libraries;

    Magics(Host host, Help help, Pieces pieces) {
        this.host = host;
        this.help = help;
        Folders folders = new Folders(System.getenv("JPY_SESSION_NAME"));
        Timing timing = new Timing(host, pieces);
        libraries = new Libraries(host, folders);
        LoadMagics loading = new LoadMagics(pieces, folders);
        SystemCommands shell = new SystemCommands(host, folders);
        table = new MagicTable()
                .subject("magic.magics.session")
                .line("help", "[subject|name]", "magic.magics.lists-what-there-tells", this::help)
                .line("lsmagic", "", "magic.magics.lists-all-magics", this::list)
                .line("who", "", "magic.magics.lists-names-cells-declared", call -> who(call, false), "who_ls")
                .line("whos", "[variable|method|type]", "magic.magics.lists-them-types-values", call -> who(call, true))
                .line("imports", "", "magic.magics.lists-imports-cells-made", this::imports)
                .line(
                        "history",
                        "[-n] [first-last]",
                        "magic.magics.prints-cells-they-were",
                        pieces.typed()::print,
                        "hist")
                .line("reset", "", "magic.magics.forgets-every-name-import", call -> {
                    host.reset();
                    return new Evaluation.Done();
                })
                .line("java", "", "magic.magics.prints-plain-java-last", this::java)
                .line("notation", "[on|off]", "magic.magics.reads-tensor-notation-takes", this::notation)
                .line("compat", "[ijava|off]", "magic.magics.compat", this::compat)
                .line("language", "[code]", "magic.purpose.language", this::language)
                .line("present", "[on|off]", "magic.purpose.present", Presenting::present)
                .line("jvm", "", "magic.magics.tells-java-runs-cells", VirtualMachine::describe)
                .line("env", "[name]", "magic.magics.prints-environment-variables-one", this::environment)
                .subject("magic.magics.time")
                .both("time", "code", "magic.magics.runs-code-once-prints", timing::time)
                .both("timeit", "code", "magic.magics.runs-code-many-times", timing::timeit)
                .subject("magic.magics.files-notebooks")
                .line("load", "file", "magic.magics.runs-file-java-code", loading::load)
                .line("run", "file [argument ...]", "magic.magics.loads-file-then-runs", loading::run)
                .line("pwd", "", "magic.magics.prints-folder-magics-find", folders::print)
                .line("cd", "[folder]", "magic.magics.goes-another-folder", folders::change)
                .line("ls", "[-l] [-a] [file ...]", "magic.magics.lists-files", folders::list)
                .whole("writefile", "[-a] file", "magic.magics.writes-cell-file", folders::write, "file")
                .subject("magic.magics.libraries")
                .line(
                        "maven",
                        "[--offline] group:artifact:version ...",
                        "magic.magics.downloads-library-what-needs",
                        libraries::maven,
                        "addMavenDependency",
                        "addMavenDependencies")
                .line("mavenRepo", "name url", "magic.magics.also-looks-there", libraries::repository, "addMavenRepo")
                .both(
                        "loadFromPOM",
                        "[--offline] [file]",
                        "magic.magics.adds-dependencies-pom-xml",
                        libraries::fromPom,
                        "pom")
                .line("jars", "path|pattern ...", "magic.magics.adds-jars", libraries::jars, "addJars")
                .line(
                        "classpath",
                        "[path ...]",
                        "magic.magics.adds-jars-folders-classes",
                        libraries::classPath,
                        "addClasspath")
                .subject("magic.magics.system-databases")
                .both("system", "command", "magic.magics.runs-command-system-command", shell::system, "sx")
                .whole("bash", "[argument ...]", "magic.magics.runs-cell-bash", call -> shell.script("bash", call))
                .whole("sh", "[argument ...]", "magic.magics.runs-cell-system-shell", call -> shell.script("sh", call))
                .both("sql", "statement", "magic.magics.asks-database-named-its", new Sql(host)::run)
                .subject("magic.magics.cells-other-languages")
                .shown("html", "magic.magics.shows-cell-html", Displays::html, "HTML")
                .shown("markdown", "magic.magics.shows-cell-markdown", Displays::markdown)
                .shown("latex", "magic.magics.shows-cell-latex", Displays::latex)
                .shown("svg", "magic.magics.shows-cell-svg", Displays::svg, "SVG")
                .shown("javascript", "magic.magics.page-run-cell", Displays::javascript, "js");
    }

    /** The names to complete to, with their signs. */
    public List<String> names() {
        return table.rows().stream().flatMap(Magic::signed).sorted().toList();
    }

    /**
     * The words one of which may follow a magic's name, as {@code on} and {@code off}; none where they are countless.
     */
    public List<String> words(String name) {
        String magic = name.replace("%", "");
        if (magic.equals("help")) {
            List<String> words = new ArrayList<>(help.subjects());
            names().forEach(other -> words.add(other.replace("%", "")));
            return words.stream().distinct().toList();
        }
        return find(magic)
                .filter(found -> found.usage().matches("\\[\\w+(?:\\|\\w+)+]"))
                .map(found -> List.of(
                        found.usage().substring(1, found.usage().length() - 1).split("\\|")))
                .orElse(List.of());
    }

    /** Fetches the documentation of a library that {@code %maven} added; whether it is there now. */
    public boolean fetchDocumentation(Library library) {
        return libraries.fetchDocumentation(library);
    }

    /** Whether what stands after a magic on its line is code. */
    public boolean takesCode(String name) {
        return find(name.replace("%", ""))
                .filter(magic -> magic.usage().equals("code"))
                .isPresent();
    }

    /** What a name with or without signs means, for inspection. */
    public Optional<String> describe(String name) {
        return find(name.replace("%", "")).map(this::describe);
    }

    /** Whether a cell is text for a magic, as below {@code %%html}, and no code. */
    public boolean isText(String source) {
        String first = source.strip().split("\\s", 2)[0];
        return first.startsWith("%%")
                && find(first.substring(2))
                        .filter(magic -> magic.ofCell() && !magic.ofLine())
                        .isPresent();
    }

    /**
     * Runs a magic.
     *
     * @throws MagicException if there is none of that name, or it cannot do what it was asked
     */
    Evaluation run(MagicCell.Command command, CodeOrigin origin, boolean wantsValue) throws MagicException {
        if (command.name().startsWith("/")) {
            // Scripts begin and end with such lines.
            if (origin.file() == null) {
                System.out.println(command.arguments());
            }
            return new Evaluation.Done();
        }
        Magic magic = find(command.name())
                .orElseThrow(() -> new MagicException(say(
                        "magic.magics.there-no-there",
                        "command",
                        command.signed(),
                        "nearest",
                        nearest(command),
                        "names",
                        String.join(", ", names()))));
        if (command.ofCell() ? !magic.ofCell() : !magic.ofLine()) {
            throw new MagicException(
                    command.ofCell()
                            ? say("magic.magics.line-write-one", "command", command.name())
                            : say("magic.magics.whole-cell-write-two", "command", command.name()));
        }
        try {
            return magic.action()
                    .run(new Call(command.arguments(), command.body(), command.ofCell(), origin, wantsValue));
        } catch (MagicException e) {
            throw new MagicException(command.signed() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Magic> find(String name) {
        return table.find(name);
    }

    private String nearest(MagicCell.Command command) {
        List<String> names = names().stream().map(name -> name.replace("%", "")).toList();
        String alike = Nearest.among(command.name(), names);
        return alike == null
                ? ""
                : find(alike)
                        .orElseThrow()
                        .signed()
                        .reduce((one, other) -> command.ofCell() ? other : one)
                        .map(signed -> say("magic.magics.only", "alike", signed))
                        .orElseThrow();
    }

    private String describe(Magic magic) {
        String sign = magic.ofLine() ? "%" : "%%";
        String usage = sign + magic.names().get(0) + (magic.usage().isEmpty() ? "" : " " + magic.usage());
        String orCell = magic.ofLine() && magic.ofCell() ? say("magic.magics.or-whole-cell") : "";
        return Width.padded(usage + orCell, 34) + " " + say(magic.purpose());
    }

    private Evaluation help(Call call) throws MagicException {
        String name = call.arguments();
        if (name.isEmpty()) {
            Displays.display(
                    help.overview(table.rows().stream().map(this::describe).toList()));
            return new Evaluation.Done();
        }
        Optional<MimeBundle> page = help.page(name);
        Optional<String> magic = describe(name);
        // Pages are by subject; a word of a cell may have the same name.
        String known = name.startsWith("%") ? "" : host.describe(name);
        page.ifPresent(Displays::display);
        if (page.isEmpty() && magic.isPresent()) {
            System.out.println(magic.get());
        }
        if (!known.isEmpty()) {
            System.out.println(known);
        }
        if (page.isEmpty() && magic.isEmpty() && known.isEmpty()) {
            throw new MagicException(say(
                    "magic.magics.nothing-known-there-help",
                    "name",
                    name,
                    "subjects",
                    String.join(", ", help.subjects())));
        }
        return new Evaluation.Done();
    }

    /** By subject, as they stand in the table. */
    private Evaluation list(Call call) {
        table.bySubject().forEach((subject, magics) -> {
            System.out.println(say(subject) + ":");
            System.out.println("  "
                    + String.join("  ", magics.stream().flatMap(Magic::signed).toList()));
        });
        System.out.println(say("magic.magics.name-tells-one-command"));
        return new Evaluation.Done();
    }

    /** Of a kind or a name, if one is given. */
    private Evaluation who(Call call, boolean values) {
        List<String> words = call.words();
        List<Host.Live> live = host.live().stream()
                .filter(one -> words.stream().allMatch(word -> word.equals(one.kind()) || word.equals(one.name())))
                .toList();
        if (call.wantsValue()) {
            return new Evaluation.Value(
                    live.stream().map(Host.Live::name).distinct().toList());
        }
        if (live.isEmpty()) {
            System.out.println(
                    words.isEmpty() ? say("magic.magics.no-names-yet") : say("magic.magics.no-such-names-yet"));
        } else if (!values) {
            System.out.println(String.join(
                    "  ", live.stream().map(Host.Live::name).distinct().toList()));
        } else {
            int names = live.stream().mapToInt(one -> one.name().length()).max().orElse(0);
            int types = live.stream().mapToInt(one -> one.type().length()).max().orElse(0);
            for (Host.Live one : live) {
                String row = String.format(
                        Locale.ROOT,
                        "%-" + (names + 2) + "s%-" + (types + 2) + "s%s",
                        one.name(),
                        one.type(),
                        one.value());
                System.out.println(row.stripTrailing());
            }
        }
        return new Evaluation.Done();
    }

    private Evaluation imports(Call call) {
        if (call.wantsValue()) {
            return new Evaluation.Value(host.imports());
        }
        host.imports().forEach(System.out::println);
        return new Evaluation.Done();
    }

    private Evaluation java(Call call) throws MagicException {
        String plain = host.lastPlainJava();
        if (plain == null) {
            throw new MagicException(say("magic.magics.no-cell-run-yet"));
        }
        System.out.println(plain.strip());
        return new Evaluation.Done();
    }

    /**
     * Switches a setting as its one argument says; without any it stays.
     *
     * @param on the argument that switches it on; {@code off} switches it off
     * @param other what is said of any other
     */
    private static void turn(Call call, String on, Consumer<Boolean> setting, String other) throws MagicException {
        String argument = call.arguments();
        if (argument.equals(on) || argument.equals("off")) {
            setting.accept(argument.equals(on));
        } else if (!argument.isEmpty()) {
            throw new MagicException(say(other));
        }
    }

    private Evaluation notation(Call call) throws MagicException {
        turn(call, "on", host::notation, "magic.magics.write-off-after");
        System.out.println(
                host.notation() ? say("magic.magics.tensor-notation") : say("magic.magics.tensor-notation-off-cells"));
        return new Evaluation.Done();
    }

    private Evaluation compat(Call call) throws MagicException {
        turn(call, "ijava", host::everyValue, "magic.magics.write-ijava-off-after");
        System.out.println(
                host.everyValue()
                        ? say("magic.magics.ijava-value-last-line")
                        : say("magic.magics.value-last-line-shows"));
        return new Evaluation.Done();
    }

    private Evaluation language(Call call) throws MagicException {
        if (!call.arguments().isEmpty()) {
            Language.use(Language.of(call.arguments())
                    .orElseThrow(() -> new MagicException(
                            say("magic.language.unknown", "code", call.arguments(), "known", languages()))));
        }
        System.out.println(say("magic.language", "name", Language.current().ownName(), "known", languages()));
        return new Evaluation.Done();
    }

    private static String languages() {
        return Language.all().stream()
                .map(language -> language.code() + " (" + language.ownName() + ")")
                .collect(Collectors.joining(", "));
    }

    private Evaluation environment(Call call) throws MagicException {
        if (call.arguments().isEmpty()) {
            new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
            return new Evaluation.Done();
        }
        String value = System.getenv(call.arguments());
        if (value == null) {
            throw new MagicException(say("magic.magics.environment-no", "arguments", call.arguments()));
        }
        return new Evaluation.Value(value);
    }
}

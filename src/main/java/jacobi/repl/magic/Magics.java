package jacobi.repl.magic;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.repl.Evaluation;
import jacobi.repl.failure.Nearest;
import jacobi.repl.magic.Magic.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The table of magics. A magic is one row. */
public final class Magics {
    private final Host host;
    private final Help help;
    private final MagicTable table;

    Magics(Host host, Help help, Pieces pieces) {
        this.host = host;
        this.help = help;
        Folders folders = new Folders(System.getenv("JPY_SESSION_NAME"));
        Timing timing = new Timing(host, pieces);
        Libraries libraries = new Libraries(host, folders);
        Loading loading = new Loading(pieces, folders);
        Shell shell = new Shell(host, folders);
        table = new MagicTable()
                .subject("the session")
                .line(
                        "help",
                        "[subject|name]",
                        "lists what there is, or tells of a subject, a magic or a name",
                        this::help)
                .line("lsmagic", "", "lists all magics", this::list)
                .line("who", "", "lists the names cells have declared", call -> who(call, false), "who_ls")
                .line("whos", "[variable|method|type]", "lists them with types and values", call -> who(call, true))
                .line("imports", "", "lists the imports cells have made", this::imports)
                .line("history", "[-n] [first-last]", "prints cells as they were typed", pieces.typed()::print, "hist")
                .line("reset", "", "forgets every name, import and value of this session", call -> {
                    host.reset();
                    return new Evaluation.Done();
                })
                .line("java", "", "prints the plain Java of the last cell", this::java)
                .line("notation", "[on|off]", "reads tensor notation, or takes cells as plain Java", this::notation)
                .line("compat", "[ijava|off]", "shows the value of each last line, as IJava does", this::compat)
                .line("jvm", "", "tells of the Java that runs the cells", VirtualMachine::describe)
                .line("env", "[name]", "prints the environment's variables, or one", this::environment)
                .subject("time")
                .both("time", "code", "runs code once and prints the time it took", timing::time)
                .both("timeit", "code", "runs code many times and prints the time of one run", timing::timeit)
                .subject("files and notebooks")
                .line("load", "file", "runs a file of Java code or a notebook as if it stood here", loading::load)
                .line("run", "file [argument ...]", "loads a file, then runs its main with arguments", loading::run)
                .line("pwd", "", "prints the folder magics find files from", folders::print)
                .line("cd", "[folder]", "goes to another folder", folders::change)
                .line("ls", "[-l] [-a] [file ...]", "lists files", folders::list)
                .whole("writefile", "[-a] file", "writes the cell to a file", folders::write, "file")
                .subject("libraries")
                .line(
                        "maven",
                        "[--offline] group:artifact:version ...",
                        "downloads a library with what it needs, and adds it",
                        libraries::maven,
                        "addMavenDependency",
                        "addMavenDependencies")
                .line("mavenRepo", "name url", "also looks there for %maven", libraries::repository, "addMavenRepo")
                .both(
                        "loadFromPOM",
                        "[--offline] [file]",
                        "adds the dependencies of a pom.xml",
                        libraries::fromPom,
                        "pom")
                .line("jars", "path|pattern ...", "adds jars", libraries::jars, "addJars")
                .line(
                        "classpath",
                        "[path ...]",
                        "adds jars or folders of classes, or lists them",
                        libraries::classPath,
                        "addClasspath")
                .subject("the system and databases")
                .both("system", "command", "runs a command of the system, as !command does", shell::system, "sx")
                .whole("bash", "[argument ...]", "runs the cell in Bash", call -> shell.script("bash", call))
                .whole("sh", "[argument ...]", "runs the cell in the system's shell", call -> shell.script("sh", call))
                .both("sql", "statement", "asks a database, named by its JDBC address first", new Sql(host)::run)
                .subject("cells of other languages")
                .shown("html", "shows the cell as HTML", Displays::html, "HTML")
                .shown("markdown", "shows the cell as Markdown", Displays::markdown)
                .shown("latex", "shows the cell as LaTeX", Displays::latex)
                .shown("svg", "shows the cell as SVG", Displays::svg, "SVG")
                .shown("javascript", "has the page run the cell", Displays::javascript, "js");
    }

    /** The names to complete to, with their signs. */
    public List<String> names() {
        return table.rows().stream().flatMap(Magic::signed).sorted().toList();
    }

    /** The words one of which may follow a magic's name, as {@code on} and {@code off}; none where they are countless. */
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
    Evaluation run(MagicCell.Command command, Origin origin, boolean wantsValue) throws MagicException {
        if (command.name().startsWith("/")) {
            // Scripts begin and end with such lines.
            if (origin.file() == null) {
                System.out.println(command.arguments());
            }
            return new Evaluation.Done();
        }
        Magic magic = find(command.name())
                .orElseThrow(() -> new MagicException("there is no %" + command.name() + nearest(command.name())
                        + "; there are " + String.join(", ", names())));
        if (command.ofCell() ? !magic.ofCell() : !magic.ofLine()) {
            throw new MagicException(
                    command.ofCell()
                            ? "%" + command.name() + " is for a line: write it with one %"
                            : "%%" + command.name() + " is for a whole cell: write it with two % in the first line");
        }
        try {
            return magic.action()
                    .run(new Call(command.arguments(), command.body(), command.ofCell(), origin, wantsValue));
        } catch (MagicException e) {
            throw new MagicException("%" + command.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Magic> find(String name) {
        return table.find(name);
    }

    private String nearest(String name) {
        String alike = Nearest.among(
                name, names().stream().map(one -> one.replace("%", "")).toList());
        return alike == null ? "" : ", only %" + alike;
    }

    private String describe(Magic magic) {
        String sign = magic.ofLine() ? "%" : "%%";
        String usage = sign + magic.names().get(0) + (magic.usage().isEmpty() ? "" : " " + magic.usage());
        return String.format(
                Locale.ROOT,
                "%-34s %s",
                usage + (magic.ofLine() && magic.ofCell() ? "  (or %%)" : ""),
                magic.purpose());
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
            throw new MagicException("nothing is known of " + name + "; there is help on "
                    + String.join(", ", help.subjects()) + ", on each magic, and on each name a cell can use");
        }
        return new Evaluation.Done();
    }

    /** By subject, as they stand in the table. */
    private Evaluation list(Call call) {
        table.bySubject().forEach((subject, magics) -> {
            System.out.println(subject + ":");
            System.out.println("  "
                    + String.join("  ", magics.stream().flatMap(Magic::signed).toList()));
        });
        System.out.println("%help name tells of one; !command runs a command of the system.");
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
            System.out.println(words.isEmpty() ? "No names yet." : "No such names yet.");
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
            throw new MagicException("no cell has run yet");
        }
        System.out.println(plain.strip());
        return new Evaluation.Done();
    }

    private Evaluation notation(Call call) throws MagicException {
        switch (call.arguments()) {
            case "on" -> host.notation(true);
            case "off" -> host.notation(false);
            case "" -> {}
            default -> throw new MagicException("write on or off after it");
        }
        System.out.println("Tensor notation is " + (host.notation() ? "on." : "off: cells are plain Java."));
        return new Evaluation.Done();
    }

    private Evaluation compat(Call call) throws MagicException {
        switch (call.arguments()) {
            case "ijava" -> host.everyValue(true);
            case "off" -> host.everyValue(false);
            case "" -> {}
            default -> throw new MagicException("write ijava or off after it");
        }
        System.out.println(
                host.everyValue()
                        ? "As in IJava, the value of a last line shows with a semicolon, too."
                        : "The value of a last line shows without a semicolon; charts, images and tables always.");
        return new Evaluation.Done();
    }

    private Evaluation environment(Call call) throws MagicException {
        if (call.arguments().isEmpty()) {
            new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
            return new Evaluation.Done();
        }
        String value = System.getenv(call.arguments());
        if (value == null) {
            throw new MagicException("the environment has no " + call.arguments());
        }
        return new Evaluation.Value(value);
    }
}

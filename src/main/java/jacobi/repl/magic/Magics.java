package jacobi.repl.magic;

import jacobi.display.Displays;
import jacobi.display.MimeBundle;
import jacobi.repl.Evaluation;
import jacobi.repl.magic.Magic.Action;
import jacobi.repl.magic.Magic.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The table of magics. A magic is one row. */
public final class Magics {
    private final Host host;
    private final Help help;
    private final List<Magic> table;

    public Magics(Host host, Help help) {
        this.host = host;
        this.help = help;
        Timing timing = new Timing(host);
        Libraries libraries = new Libraries(host);
        table = List.of(
                line(
                        "help",
                        "[subject|name]",
                        "lists what there is, or tells of a subject, a magic or a name",
                        this::help),
                line("lsmagic", "", "lists all magics", this::list),
                line("reset", "", "forgets every name, import and value of this session", call -> {
                    host.reset();
                    return new Evaluation.Done();
                }),
                line("who", "", "lists the names cells have declared", call -> who(false), "who_ls"),
                line("whos", "", "lists them with types and values", call -> who(true)),
                line("java", "", "prints the plain Java of the last cell", this::java),
                line("notation", "[on|off]", "reads tensor notation, or takes cells as plain Java", this::notation),
                both("time", "code", "runs code once and prints the time it took", timing::time),
                both("timeit", "code", "runs code many times and prints the time of one run", timing::timeit),
                line("load", "file", "runs a file of Java code as if it stood in the cell", this::load, "run"),
                line("classpath", "path ...", "adds jars or folders of classes", libraries::classPath, "addClasspath"),
                line("jars", "path|pattern ...", "adds jars", libraries::jars, "addJars"),
                line(
                        "maven",
                        "group:artifact:version ...",
                        "downloads a library with what it needs, and adds it",
                        libraries::maven,
                        "addMavenDependency",
                        "addMavenDependencies"),
                line("mavenRepo", "name url", "also looks there for %maven", libraries::repository, "addMavenRepo"),
                both("loadFromPOM", "[file]", "adds the dependencies of a pom.xml", libraries::fromPom, "pom"),
                line("pwd", "", "prints the folder files are found from", call -> {
                    System.out.println(Path.of("").toAbsolutePath());
                    return new Evaluation.Done();
                }),
                line("env", "[name]", "prints the environment's variables, or one", this::environment),
                cell("html", "shows the cell as HTML", Displays::html, "HTML"),
                cell("markdown", "shows the cell as Markdown", Displays::markdown),
                cell("latex", "shows the cell as LaTeX", Displays::latex),
                cell("svg", "shows the cell as SVG", Displays::svg, "SVG"),
                new Magic(List.of("writefile"), "file", "writes the cell to a file", true, false, this::writeFile));
    }

    private static Magic line(String name, String usage, String purpose, Action action, String... others) {
        return new Magic(names(name, others), usage, purpose, false, true, action);
    }

    private static Magic both(String name, String usage, String purpose, Action action, String... others) {
        return new Magic(names(name, others), usage, purpose, true, true, action);
    }

    private static Magic cell(String name, String purpose, Function<String, Object> shown, String... others) {
        return new Magic(names(name, others), "", purpose, true, false, call -> {
            Displays.display(shown.apply(call.body().stripLeading()));
            return new Evaluation.Done();
        });
    }

    private static List<String> names(String name, String... others) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(others));
        return names;
    }

    /** The names to complete to, with their signs. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Magic magic : table) {
            if (magic.ofLine()) {
                names.add("%" + magic.names().get(0));
            }
            if (magic.ofCell()) {
                names.add("%%" + magic.names().get(0));
            }
        }
        return names.stream().sorted().toList();
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
                .filter(found -> found.usage().matches("\\[\\w+\\|\\w+]"))
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
    public Evaluation run(MagicCell.Command command, int cell) throws MagicException {
        Magic magic = find(command.name())
                .orElseThrow(() -> new MagicException(
                        "there is no %" + command.name() + "; there are " + String.join(", ", names())));
        if (command.ofCell() ? !magic.ofCell() : !magic.ofLine()) {
            throw new MagicException(
                    command.ofCell()
                            ? "%" + command.name() + " is for a line: write it with one %"
                            : "%%" + command.name() + " is for a whole cell: write it with two % in the first line");
        }
        try {
            return magic.action().run(new Call(command.arguments(), command.body(), command.ofCell(), cell));
        } catch (MagicException e) {
            throw new MagicException("%" + command.name() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Magic> find(String name) {
        return table.stream().filter(magic -> magic.names().contains(name)).findFirst();
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
            Displays.display(help.overview(table.stream().map(this::describe).toList()));
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

    private Evaluation list(Call call) {
        System.out.println(String.join("  ", names()));
        return new Evaluation.Done();
    }

    private Evaluation who(boolean values) {
        List<Host.Live> live = host.live();
        if (live.isEmpty()) {
            System.out.println("No names yet.");
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

    private Evaluation load(Call call) throws MagicException {
        if (call.arguments().isEmpty()) {
            throw new MagicException("name a file of Java code, as in %load helpers.java");
        }
        return host.evaluate(Libraries.read(Path.of(call.arguments())), 0);
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

    private Evaluation writeFile(Call call) throws MagicException {
        if (call.arguments().isEmpty()) {
            throw new MagicException("name the file, as in %%writefile data.csv");
        }
        Path file = Path.of(call.arguments());
        String body = call.body().substring(Math.min(call.body().length(), firstLineEnd(call.body())));
        try {
            boolean there = Files.exists(file);
            Files.writeString(file, body.endsWith("\n") ? body : body + "\n");
            System.out.println((there ? "Overwriting " : "Writing ") + file);
        } catch (IOException e) {
            throw new MagicException("cannot write " + file.toAbsolutePath() + ": " + e.getMessage(), e);
        }
        return new Evaluation.Done();
    }

    /** The body keeps its lines after a blank one in place of the magic's own. */
    private static int firstLineEnd(String body) {
        return body.indexOf('\n') + 1;
    }
}

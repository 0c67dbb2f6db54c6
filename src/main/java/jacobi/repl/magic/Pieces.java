package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.repl.failure.Ink;
import jacobi.repl.magic.MagicCell.Code;
import jacobi.repl.magic.MagicCell.Command;
import jacobi.repl.magic.MagicCell.Piece;
import jacobi.source.Cell;
import java.util.List;

/** Runs code with magics in it, piece by piece, in order. */
public final class Pieces {
    /** How a file ends whose script says {@code /exit}. */
    static final Evaluation END_OF_FILE = new Evaluation.Done();

    private final Host host;
    private StartUp startUp;
    private final Typed typed = new Typed();
    private final Magics magics;

    /**
     * @param host runs the code
     * @param help what {@code %help} shows
     * @param startUp what is done before the first cell
     */
    public Pieces(Host host, Help help, StartUp startUp) {
        this.host = host;
        this.startUp = startUp;
        magics = new Magics(host, help, this);
    }

    Host host() {
        return host;
    }

    Typed typed() {
        return typed;
    }

    public Magics magics() {
        return magics;
    }

    /** Runs a cell that was typed. */
    public Evaluation runCell(String source, int number) {
        Words.of(this);
        typed.add(number, source);
        return run(source, CodeOrigin.ofCell(number));
    }

    /** Does what is to be done before the first cell; what is wrong with it is told, and the cell runs all the same. */
    public void start() {
        Words.of(this);
        StartUp once = startUp;
        startUp = StartUp.NONE;
        if (once != StartUp.NONE && NotebookKernel.isIJavas(System.getenv("JPY_SESSION_NAME"))) {
            host.everyValue(true);
        }
        once.complaints().forEach(System.err::println);
        for (String path : once.classPath()) {
            tell(run(new Command("classpath", path, "", false, 0), "", CodeOrigin.ofCell(0), true));
        }
        for (String file : once.files()) {
            tell(run(new Command("load", file, "", false, 0), "", CodeOrigin.ofCell(0), true));
        }
        for (String code : once.code()) {
            tell(run(code, CodeOrigin.ofCell(0)));
        }
    }

    private static void tell(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.Failure failure) {
            System.err.println(say("magic.pieces.at-start-session"));
            failure.traceback().forEach(System.err::println);
        }
    }

    /** Runs code of a cell or a file; as a whole where there is no magic in it. */
    Evaluation run(String source, CodeOrigin origin) {
        boolean help = MagicCell.asksForHelp(source) && !host.declaresMethod("help");
        if (!help && !MagicCell.suspected(source)) {
            return host.evaluate(source, origin);
        }
        Evaluation last = new Evaluation.Done();
        for (Piece piece : MagicCell.pieces(source, help, host::declares)) {
            if (origin.file() != null
                    && piece instanceof Command command
                    && command.name().equals("/exit")) {
                return END_OF_FILE;
            }
            last = piece instanceof Code code
                    ? host.evaluate(code.source(), origin)
                    : run((Command) piece, source, origin, false);
            if (last instanceof Evaluation.Failure || last == END_OF_FILE) {
                return last;
            }
        }
        return last;
    }

    private Evaluation run(Command command, String source, CodeOrigin origin, boolean wantsValue) {
        try {
            return magics.run(command, origin, wantsValue);
        } catch (MagicException e) {
            Cell cell = origin.read("").reworded(source, line -> line);
            String where = origin.file() == null ? "" : cell.place(cell.line(command.start())) + ": ";
            return new Evaluation.Failure(
                    "MagicError",
                    where + e.getMessage(),
                    List.of(Ink.error("MagicError") + ": " + where + e.getMessage()));
        }
    }

    /**
     * Runs a magic for a running cell.
     *
     * @param body the lines of a magic for cells; null of one for a line
     */
    Object magic(String name, String arguments, String body) {
        try {
            Command command = new Command(name, arguments, body == null ? "" : "\n" + body, body != null, 0);
            Evaluation evaluation = magics.run(command, CodeOrigin.ofCell(0), true);
            if (evaluation instanceof Evaluation.Failure failure) {
                throw new IllegalStateException(failure.ename() + ": " + failure.evalue());
            }
            return evaluation instanceof Evaluation.Value value ? value.value() : null;
        } catch (MagicException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

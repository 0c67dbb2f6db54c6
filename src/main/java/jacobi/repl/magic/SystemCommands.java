package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.display.Displays;
import jacobi.repl.Evaluation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code !command}, {@code %system}, {@code %%bash} and {@code %%sh}: programs of the system, their output as it comes.
 */
final class SystemCommands {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Host host;
    private final Folders folders;

    SystemCommands(Host host, Folders folders) {
        this.host = host;
        this.folders = folders;
    }

    /** Runs a line in the system's own shell. */
    Evaluation system(Magic.Call call) throws MagicException {
        String command = call.ofCell() ? call.body() : call.arguments();
        if (command.isBlank()) {
            throw new MagicException(say("magic.shell.write-command-after-git"));
        }
        List<String> program = WINDOWS ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
        return run(program, call);
    }

    /** Runs a cell with a shell of that name, which gets the words after it as {@code $1}, {@code $2} ... */
    Evaluation script(String shell, Magic.Call call) throws MagicException {
        String script = call.ofCell() ? call.body() : call.arguments();
        if (script.isBlank()) {
            throw new MagicException(say("magic.shell.write-commands-below-ls", "shell", shell));
        }
        List<String> program = new ArrayList<>(List.of(shell, "-c", script, shell));
        program.addAll(call.ofCell() ? call.words() : List.of());
        return run(program, call);
    }

    private Evaluation run(List<String> program, Magic.Call call) throws MagicException {
        return host.interruptible(() -> {
            Process process = start(program);
            try {
                // Nobody is there to type.
                process.getOutputStream().close();
                StringBuilder kept = call.wantsValue() ? new StringBuilder() : null;
                Thread out = pump(process.getInputStream(), System.out, kept);
                Thread err = pump(process.getErrorStream(), System.err, null);
                int code = process.waitFor();
                out.join();
                err.join();
                if (code != 0) {
                    throw new MagicException(
                            code == 127
                                    ? say("magic.shell.command-not-found", "code", code)
                                    : say("magic.shell.command-ended-exit-code", "code", code));
                }
                return kept == null
                        ? new Evaluation.Done()
                        : new Evaluation.Value(kept.toString().lines().toList());
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        });
    }

    private Process start(List<String> program) throws MagicException {
        ProcessBuilder builder =
                new ProcessBuilder(program).directory(folders.current().toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MagicException(
                    Files.isDirectory(folders.current())
                            ? say("magic.shell.there-no-system", "program", program.get(0))
                            : say("magic.shell.folder-gone-go-another", "current", folders.current()),
                    e);
        }
    }

    /** Copies what a program prints, on a thread that prints under this cell. */
    private static Thread pump(InputStream from, PrintStream to, StringBuilder kept) {
        Callable<Void> copying = Displays.here().bound(() -> {
            char[] buffer = new char[4096];
            try (Reader text = new InputStreamReader(from, Charset.defaultCharset())) {
                for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                    if (kept != null) {
                        kept.append(buffer, 0, n);
                    } else {
                        to.print(new String(buffer, 0, n));
                        to.flush();
                    }
                }
            } catch (IOException e) {
                // The program was ended.
            }
            return null;
        });
        Thread thread = new Thread(
                () -> {
                    try {
                        copying.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                "jacobi-shell");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

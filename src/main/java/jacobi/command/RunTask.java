package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookCell;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookResult.Trouble;
import jacobi.notebook.NotebookRunner;
import jacobi.notebook.StoredOutputs;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * One notebook to run.
 *
 * @param file where it is
 * @param target where the executed notebook goes; the same for {@code --inplace}
 * @param notebook modified by the run
 * @param stored as it was
 * @param kernel what runs it
 */
record RunTask(Path file, Path target, Notebook notebook, Notebook stored, KernelSpec kernel) {

    /**
     * Reads a notebook and chooses its kernel.
     *
     * @param target where the executed notebook goes; {@code file} itself for {@code --inplace}
     * @param wanted the kernel the user wants, or null for this program's own
     * @throws NotebookException if the notebook, its language or the target will not do
     */
    static RunTask of(Path file, Path target, KernelSpec wanted) throws NotebookException {
        try {
            Notebook notebook = Notebook.read(file);
            if (target.equals(file)) {
                OutputFolder.checkWritable(file, file.toRealPath().getParent());
            }
            return new RunTask(file, target, notebook, Notebook.read(file), kernel(notebook, file, wanted));
        } catch (NotebookException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new NotebookException(say("command.run.not-read", "file", file, "reason", e), e);
        }
    }

    /** The kernel of that name, or null if none was asked for. */
    static KernelSpec kernel(String name) throws NotebookException {
        if (name == null) {
            return null;
        }
        return name.equals(OwnKernel.NAME)
                ? OwnKernel.ofThisProcess().spec()
                : KernelSpec.find(name, JupyterPaths.ofThisProcess());
    }

    /** How many steps of a progress bar it takes. */
    long steps() {
        return notebook.cells().stream().filter(NotebookCell::isCode).count();
    }

    /**
     * Runs it, compares it with what was stored if asked to, and saves it whatever happened. What goes wrong is in the
     * result, so that the other notebooks of a run come to their end.
     */
    NotebookResult run(NotebookRunner runner, boolean compare, RunProgress progress) throws InterruptedException {
        NotebookResult result =
                NotebookResult.notRun(file, Trouble.NO_KERNEL, say("command.run.stopped", "file", file));
        try {
            result = ran(runner, compare, progress);
        } catch (IOException e) {
            result = NotebookResult.notRun(file, Trouble.NO_KERNEL, file + ": " + e.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            result = NotebookResult.notRun(
                    file, Trouble.NO_KERNEL, say("command.run.broke-off", "file", file, "reason", e));
        } finally {
            result = saved(result);
        }
        return result;
    }

    private NotebookResult ran(NotebookRunner runner, boolean compare, RunProgress progress)
            throws IOException, InterruptedException {
        Path folder = file.toAbsolutePath().getParent();
        NotebookResult result = runner.run(notebook, file, kernel, folder, progress.of(file));
        return compare ? StoredOutputs.of(result, stored, notebook) : result;
    }

    private NotebookResult saved(NotebookResult result) {
        try {
            if (target.equals(file)) {
                notebook.write(file);
            } else {
                notebook.write(target, LinkOption.NOFOLLOW_LINKS);
            }
            return result;
        } catch (NotebookException e) {
            return result.with(new NotebookResult.Problem(Trouble.UNSAVED, e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            return result.with(new NotebookResult.Problem(
                    Trouble.UNSAVED, say("command.run.not-written", "file", target, "reason", e)));
        }
    }

    private static KernelSpec kernel(Notebook notebook, Path file, KernelSpec wanted) throws NotebookException {
        if (wanted != null) {
            return wanted;
        }
        String language = notebook.language().orElse(OwnKernel.LANGUAGE);
        String asked = notebook.kernelName().orElse(OwnKernel.NAME);
        if (!asked.equals(OwnKernel.NAME) && !language.equals(OwnKernel.LANGUAGE)) {
            throw new NotebookException(
                    say("command.run.other-language", "file", file, "language", language, "kernel", asked));
        }
        return OwnKernel.ofThisProcess().spec();
    }
}

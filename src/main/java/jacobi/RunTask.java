package jacobi;

import jacobi.notebook.Cell;
import jacobi.notebook.Comparison;
import jacobi.notebook.JupyterPaths;
import jacobi.notebook.KernelDiedException;
import jacobi.notebook.KernelSpec;
import jacobi.notebook.Notebook;
import jacobi.notebook.NotebookException;
import jacobi.notebook.NotebookResult;
import jacobi.notebook.NotebookRunner;
import java.io.IOException;
import java.nio.file.Files;
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
     * @param kernelName the kernel the user wants, or null for this program's own
     * @throws NotebookException if the notebook, its language, the kernel's name or the target will not do
     */
    static RunTask of(Path file, Path target, String kernelName) throws NotebookException {
        Notebook notebook = Notebook.read(file);
        checkWritable(target);
        return new RunTask(file, target, notebook, Notebook.read(file), kernel(notebook, file, kernelName));
    }

    /** How many steps of a progress bar it takes. */
    long steps() {
        return notebook.cells().stream().filter(Cell::isCode).count();
    }

    /** Runs it, saves it whatever happened, and compares it with what was stored if asked to. */
    NotebookResult run(NotebookRunner runner, boolean compare, RunProgress progress)
            throws IOException, InterruptedException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            NotebookResult result = runner.run(notebook, file, kernel, folder, progress.of(file));
            return compare ? Comparison.of(result, stored, notebook) : result;
        } catch (KernelDiedException e) {
            return NotebookResult.notStarted(file, e.getMessage());
        } finally {
            notebook.write(target);
        }
    }

    private static KernelSpec kernel(Notebook notebook, Path file, String kernelName) throws NotebookException {
        if (kernelName != null && !kernelName.equals(OwnKernel.NAME)) {
            return KernelSpec.find(kernelName, JupyterPaths.ofThisProcess());
        }
        String language = notebook.language().orElse(OwnKernel.LANGUAGE);
        String wanted = notebook.kernelName().orElse(OwnKernel.NAME);
        if (kernelName == null && !wanted.equals(OwnKernel.NAME) && !language.equals(OwnKernel.LANGUAGE)) {
            throw new NotebookException(file + ": written in " + language + " for kernel '" + wanted
                    + "', and Jacobi runs Java; use its own kernel with: --kernel " + wanted);
        }
        return OwnKernel.ofThisProcess().spec();
    }

    /** A place that cannot be written to is told before the run, not behind it. */
    private static void checkWritable(Path target) throws NotebookException {
        Path existing = target.toAbsolutePath().getParent();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new NotebookException(target + ": cannot be written, because " + existing
                    + " is no folder you may write to; choose another with --output DIR");
        }
    }
}

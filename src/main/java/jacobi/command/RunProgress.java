package jacobi.command;

import static jacobi.language.Say.say;

import jacobi.notebook.CellResult;
import jacobi.notebook.NotebookRunner;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar of a run in a terminal, a step a code cell; where there is no terminal, nothing. */
final class RunProgress implements AutoCloseable {
    private static final int REDRAW_MILLIS = 100;

    private final ProgressBar bar;

    private RunProgress(ProgressBar bar) {
        this.bar = bar;
    }

    static RunProgress over(long steps) {
        return new RunProgress(bar(say("command.run.progress"), steps));
    }

    /** A bar; null when output goes to a file or another program, where a bar would leave its every state. */
    static ProgressBar bar(String task, long steps) {
        if (System.console() == null) {
            return null;
        }
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    /** The part of the bar that one notebook moves. */
    NotebookRunner.Progress of(Path file) {
        return new NotebookRunner.Progress() {
            @Override
            public void begins(int cell) {
                if (bar != null) {
                    bar.setExtraMessage(
                            " " + say("command.run.progress-cell", "file", file.getFileName(), "cell", cell));
                }
            }

            @Override
            public void ended(CellResult result) {
                if (bar != null) {
                    bar.step();
                }
            }
        };
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

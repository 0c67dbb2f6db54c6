package jacobi.kernel;

import static jacobi.language.Say.say;

/** Shows what ended a thread on the standard error of the cell that started it, or gave it its task. */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private final Engine engine;
    private final Origins origins;

    UncaughtExceptions(Engine engine, Origins origins) {
        this.engine = engine;
        this.origins = origins;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        String report = String.join(
                "\n", WrappedLines.of(engine.evaluator().explain(thrown).traceback()));
        origins.reportUncaught(
                () -> System.err.print(say("kernel.uncaught", "thread", thread.getName()) + "\n" + report + "\n"));
    }
}

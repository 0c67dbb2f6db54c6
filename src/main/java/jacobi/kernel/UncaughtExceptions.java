package jacobi.kernel;

/** Shows what ended a thread on the standard error of the cell that started it. */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private final Engine engine;

    UncaughtExceptions(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        String story = String.join("\n", engine.evaluator().explain(thrown).traceback());
        System.err.print("Exception in thread \"" + thread.getName() + "\"\n" + story + "\n");
    }
}

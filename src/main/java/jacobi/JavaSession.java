package jacobi;

import jacobi.display.Displays;
import jacobi.repl.Evaluation;
import jacobi.repl.Evaluator;
import jacobi.repl.JavaEvaluator;
import jacobi.repl.weaving.Interruption;
import jacobi.tensor.cpu.Poll;

/** Where the two sides meet: an evaluator of Java whose cells find the notebook side's words, values and manners. */
final class JavaSession {
    private JavaSession() {}

    /** An evaluator past the slow first use of the compiler. */
    static Evaluator start() {
        Renderers.register();
        Poll.with(Interruption::poll);
        Evaluator evaluator = new JavaEvaluator(Prelude.imports());
        if (evaluator.evaluate("1 + 1", 0) instanceof Evaluation.Value value) {
            Displays.render(value.value());
        }
        return evaluator;
    }
}

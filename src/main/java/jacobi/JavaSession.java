package jacobi;

import jacobi.repl.Evaluator;
import jacobi.repl.JavaEvaluator;
import jacobi.repl.weaving.Interruption;
import jacobi.tensor.cpu.Poll;

/** Where the two sides meet: an evaluator of Java whose cells find the notebook side's words, values and manners. */
final class JavaSession {
    private JavaSession() {}

    static Evaluator start() {
        Renderers.register();
        Poll.with(Interruption::poll);
        return new JavaEvaluator(Prelude.imports());
    }
}

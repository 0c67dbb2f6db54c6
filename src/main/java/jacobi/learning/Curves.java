package jacobi.learning;

import jacobi.plot.Animator;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Epochs whose measures grow in a figure. */
final class Curves {
    private Curves() {}

    static Trained follow(int numEpochs, Supplier<Pass> epoch, DoubleSupplier test) {
        Animator animator = Training.board(numEpochs);
        Trained last = new Trained(Double.NaN, Double.NaN, Double.NaN);
        for (int i = 0; i < numEpochs; i++) {
            Pass pass = epoch.get();
            double right = test.getAsDouble();
            animator.add(i + 1, pass.loss(), pass.accuracy(), right);
            last = new Trained(pass.loss(), pass.accuracy(), right);
        }
        return last;
    }
}

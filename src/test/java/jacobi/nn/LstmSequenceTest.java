package jacobi.nn;

import static jacobi.tensor.DType.float64;
import static jacobi.tensor.Tensors.cat;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.randn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jacobi.tensor.Autograd;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LstmSequenceTest {
    private static final int STEPS = 4, BATCH = 2;

    private final LSTM lstm = lstm();
    private final Tensor x = drawn(STEPS, BATCH, 3), h = drawn(4, BATCH, 5), c = drawn(4, BATCH, 5);

    private static LSTM lstm() {
        manualSeed(3);
        LSTM lstm = new LSTM(3, 5, 2, true, false, 0, true);
        lstm.to(float64);
        return lstm;
    }

    private static Tensor drawn(int... shape) {
        return randn(shape).to(float64).requiresGrad_(true);
    }

    /** Lengths, though of the whole sequence, make it go step by step. */
    private Tensor outputs(Tensor of, int... lengths) {
        LSTM.Result y = lstm.forward(of, new LSTM.State(h, c), lengths.length == 0 ? null : lengths);
        return cat(
                List.of(
                        y.output().flatten(),
                        y.state().h().flatten(),
                        y.state().c().flatten()),
                0);
    }

    private List<double[]> gradients(Tensor y, Tensor weights) {
        List<Tensor> all = new ArrayList<>(List.of(x, h, c));
        all.addAll(lstm.parameters());
        y.mul(weights).sum().backward();
        List<double[]> gradients = new ArrayList<>();
        for (Tensor t : all) {
            gradients.add(t.grad().toDoubleArray());
            t.grad(null);
        }
        return gradients;
    }

    @Test
    void a_sequence_and_its_gradients_are_those_of_single_steps() {
        Tensor whole = outputs(x),
                steps = outputs(x, STEPS, STEPS),
                weights = randn(whole.shape()).to(float64);
        assertThat(whole.toDoubleArray()).containsExactly(steps.toDoubleArray(), within(1e-12));
        List<double[]> some = gradients(whole, weights), expected = gradients(steps, weights);
        assertThat(some).hasSize(3 + 16);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i)).containsExactly(expected.get(i), within(1e-12));
        }
    }

    @Test
    void derivatives_travel_forward_and_backward_alike() {
        Tensor forward = randn(x.shape()).to(float64), plain = x.detach();
        Tensor along = Autograd.jvp(t -> outputs(t), plain, forward).derivative();
        Tensor back = randn(along.shape()).to(float64);
        Tensor pulled = Autograd.vjp(t -> outputs(t), plain, back).derivative();
        assertThat(along.mul(back).sum().toDouble())
                .isCloseTo(pulled.mul(forward).sum().toDouble(), within(1e-10));
    }

    @Test
    void an_output_that_is_changed_in_place_is_noticed_backward() {
        Tensor y = new LSTM(3, 5).forward(randn(STEPS, BATCH, 3)).output(), loss = y.sum();
        y.detach().mul_(2);
        assertThatThrownBy(loss::backward).hasMessageContaining("LstmBackward0");
    }
}

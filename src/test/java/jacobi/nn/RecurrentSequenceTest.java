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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers whose sequence is one operation, against the same step by step. */
class RecurrentSequenceTest {
    private static final int STEPS = 4, BATCH = 2;

    private enum Layer {
        LSTM(true),
        GRU(true),
        GRU_WITHOUT_BIAS(false);

        private final RnnBase net;
        private final Tensor x, h, c;

        Layer(boolean bias) {
            manualSeed(3);
            net = name().equals("LSTM")
                    ? new LSTM(3, 5, 2, bias, false, 0, true)
                    : new GRU(3, 5, 2, bias, false, 0, true);
            net.to(float64);
            x = drawn(STEPS, BATCH, 3);
            h = drawn(4, BATCH, 5);
            c = drawn(4, BATCH, 5);
        }

        String operation() {
            return net instanceof LSTM ? "LstmBackward0" : "GruBackward0";
        }

        /** Outputs and last states. Lengths, though of the whole sequence, make it go step by step. */
        Tensor outputs(Tensor of, int... lengths) {
            int[] some = lengths.length == 0 ? null : lengths;
            List<Tensor> all = new ArrayList<>();
            if (net instanceof LSTM lstm) {
                LSTM.Result y = lstm.forward(of, new LSTM.State(h, c), some);
                all.addAll(List.of(y.output(), y.state().h(), y.state().c()));
            } else {
                GRU.Result y = ((GRU) net).forward(of, h, some);
                all.addAll(List.of(y.output(), y.state()));
            }
            return cat(all.stream().map(Tensor::flatten).toList(), 0);
        }

        List<Tensor> inputs() {
            List<Tensor> all = new ArrayList<>(net instanceof LSTM ? List.of(x, h, c) : List.of(x, h));
            all.addAll(net.parameters());
            return all;
        }

        /** The output of one layer. */
        Tensor output() {
            Tensor seen = randn(STEPS, BATCH, 3);
            return net instanceof LSTM
                    ? new LSTM(3, 5).forward(seen).output()
                    : new GRU(3, 5).forward(seen).output();
        }
    }

    private static Tensor drawn(int... shape) {
        return randn(shape).to(float64).requiresGrad_(true);
    }

    private static void assertSame(List<Tensor> some, List<Tensor> expected) {
        assertThat(some).hasSameSizeAs(expected);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i).toDoubleArray())
                    .as("gradient %d", i)
                    .containsExactly(expected.get(i).toDoubleArray(), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sequence_and_its_gradients_are_those_of_single_steps(Layer layer) {
        Tensor whole = layer.outputs(layer.x), steps = layer.outputs(layer.x, STEPS, STEPS);
        assertThat(whole.toDoubleArray()).containsExactly(steps.toDoubleArray(), within(1e-12));
        Tensor weights = randn(whole.shape()).to(float64);
        List<Tensor> inputs = layer.inputs();
        assertSame(
                Autograd.grad(whole.mul(weights).sum(), inputs, false),
                Autograd.grad(steps.mul(weights).sum(), inputs, false));
    }

    @ParameterizedTest
    @EnumSource
    void gradients_have_the_gradients_of_single_steps(Layer layer) {
        List<Tensor> inputs = layer.inputs();
        List<List<Tensor>> second = new ArrayList<>();
        for (int[] lengths : Arrays.asList(new int[0], new int[] {STEPS, STEPS})) {
            Tensor y = layer.outputs(layer.x, lengths).square().sum();
            Tensor sum = null;
            for (Tensor g : Autograd.grad(y, inputs, true)) {
                Tensor part = g.square().sum();
                sum = sum == null ? part : sum.add(part);
            }
            second.add(Autograd.grad(sum, inputs, false));
        }
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(second.get(0).get(i).toDoubleArray())
                    .as("gradient %d", i)
                    .containsExactly(second.get(1).get(i).toDoubleArray(), within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivatives_travel_forward_and_backward_alike(Layer layer) {
        Tensor forward = randn(layer.x.shape()).to(float64), plain = layer.x.detach();
        Tensor along = Autograd.jvp(t -> layer.outputs(t), plain, forward).derivative();
        Tensor back = randn(along.shape()).to(float64);
        Tensor pulled = Autograd.vjp(t -> layer.outputs(t), plain, back).derivative();
        assertThat(along.mul(back).sum().toDouble())
                .isCloseTo(pulled.mul(forward).sum().toDouble(), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource
    void an_output_that_is_changed_in_place_is_noticed_backward(Layer layer) {
        Tensor y = layer.output(), loss = y.sum();
        y.detach().mul_(2);
        assertThatThrownBy(loss::backward).hasMessageContaining(layer.operation());
    }
}

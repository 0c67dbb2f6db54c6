package jacobi.nn;

import static jacobi.tensor.Tensors.arange;
import static jacobi.tensor.Tensors.manualSeed;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.randn;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jacobi.tensor.DType;
import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleTest {
    static class Block extends Module {
        Linear first = new Linear(3, 4);
        Tensor cached = zeros(2);
        Linear second = new Linear(4, 3);

        Tensor forward(Tensor x) {
            return second.call(first.call(x).relu());
        }
    }

    static final class Net extends Block {
        Parameter scale = new Parameter(ones(3));
        List<Module> blocks = List.of(new Block(), new Dropout(0.5));
        Map<String, Module> heads = new LinkedHashMap<>(Map.of("left", new Linear(3, 1)));

        @Buffer
        Tensor seen = tensor(0.0);

        List<Parameter> gains = List.of(new Parameter(ones(1)), new Parameter(ones(1)));
        Module same = first;

        Tensor forward(Tensor x) {
            Tensor h = super.forward(x).mul(scale);
            for (Module block : blocks) {
                h = block.call(h);
            }
            return heads.get("left").call(h);
        }

        Tensor forward(Tensor x, Tensor y) {
            return forward(x).add(y);
        }
    }

    @Test
    void fieldsAreFoundInOrderAndSharedOnesOnce() {
        assertThat(new Net().namedParameters().keySet())
                .containsExactly(
                        "scale",
                        "gains.0",
                        "gains.1",
                        "first.weight",
                        "first.bias",
                        "second.weight",
                        "second.bias",
                        "blocks.0.first.weight",
                        "blocks.0.first.bias",
                        "blocks.0.second.weight",
                        "blocks.0.second.bias",
                        "heads.left.weight",
                        "heads.left.bias");
        assertThat(new Net().namedBuffers().keySet()).containsExactly("seen");
        assertThat(new Net().stateDict())
                .containsKeys("same.weight", "first.weight", "seen")
                .doesNotContainKey("cached");
    }

    @Test
    void printsAsPyTorchDoes() {
        assertThat(new Net()).hasToString("""
                        Net(
                          (first): Linear(in_features=3, out_features=4, bias=True)
                          (second): Linear(in_features=4, out_features=3, bias=True)
                          (blocks): ModuleList(
                            (0): Block(
                              (first): Linear(in_features=3, out_features=4, bias=True)
                              (second): Linear(in_features=4, out_features=3, bias=True)
                            )
                            (1): Dropout(p=0.5, inplace=False)
                          )
                          (heads): ModuleDict(
                            (left): Linear(in_features=3, out_features=1, bias=True)
                          )
                          (same): Linear(in_features=3, out_features=4, bias=True)
                        )""");
        assertThat(new Parameter(ones(2))).hasToString("Parameter containing:\ntensor([1., 1.], requires_grad=True)");
        assertThat(new ReLU()).hasToString("ReLU()");
    }

    @Test
    void forwardIsChosenByWhatItIsGiven() {
        Module net = new Net().eval();
        Tensor one = net.call(ones(2, 3));
        assertThat(net.call(ones(2, 3), ones(1)).sub(one).toDoubleArray()).containsOnly(1);
        assertThatThrownBy(() -> net.call(ones(2, 3), ones(1), ones(1)))
                .hasMessage("Net was called with (Tensor, Tensor, Tensor), but has forward(Tensor) or "
                        + "forward(Tensor, Tensor)");
        assertThatThrownBy(() -> new ModuleList().call(ones(1))).hasMessageContaining("Tensor forward(Tensor X)");
    }

    @Test
    void trainingReachesAllInside() {
        manualSeed(1);
        Module net = new Net();
        Tensor x = ones(50, 3);
        assertThat(net.call(x).equal(net.call(x))).isFalse();
        net.eval();
        assertThat(net.call(x).equal(net.call(x))).isTrue();
        assertThat(net.modules()).noneMatch(Module::training);
        net.train();
        assertThat(net.modules()).allMatch(Module::training);
    }

    @Test
    void hooksSeeAndChangeCalls() {
        Linear layer = new Linear(2, 2);
        List<String> seen = new ArrayList<>();
        Runnable before = layer.registerForwardPreHook((m, x) -> zeros(1, 2));
        layer.registerForwardHook((m, x, y) -> {
            seen.add(x.sum().item() + " " + y.equal(layer.bias.reshape(1, 2)));
            return y.add(1);
        });
        Tensor y = new Sequential(layer).call(ones(1, 2));
        assertThat(seen).containsExactly("0.0 true");
        assertThat(y.equal(layer.bias.reshape(1, 2).add(1))).isTrue();
        before.run();
        layer.leaving(layer.forward(layer.entering(ones(1, 2))));
        assertThat(seen.get(1)).isEqualTo("2.0 false");
    }

    @Test
    void statesAreLoadedWholeOrNotAtAll() {
        Sequential net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        Sequential other = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        assertThat(other.loadStateDict(net.stateDict())).hasToString("<All keys matched successfully>");
        assertThat(other.stateDict()).hasToString(net.stateDict().toString());
        Tensor before = other.getParameter("0.weight").clone();
        assertThatThrownBy(
                        () -> other.loadStateDict(Map.of("0.weight", ones(3, 2), "0.bias", ones(4), "more", ones(1))))
                .hasMessageContaining("Missing key(s) in state_dict: \"1.weight\", \"1.bias\"")
                .hasMessageContaining("Unexpected key(s) in state_dict: \"more\"")
                .hasMessageContaining("size mismatch for 0.bias: copying a param with shape (4,)");
        assertThat(other.getParameter("0.weight").clone().equal(before)).isTrue();
        LoadedKeys keys = other.loadStateDict(Map.of("0.weight", ones(3, 2), "more", ones(1)), false);
        assertThat(keys.unexpected()).containsExactly("more");
        assertThat(other.getParameter("0.weight").sum().toDouble()).isEqualTo(6);
        Sequential lazy = new Sequential(new LazyLinear(3), new LazyBatchNorm1d());
        lazy.loadStateDict(net.stateDict());
        assertThat(lazy).hasToString(net.toString());
    }

    @Test
    void copiesShareNothing() {
        Net net = new Net();
        Module copy = net.copy();
        assertThat(copy.stateDict()).hasToString(net.stateDict().toString());
        Init.zeros_(copy.getParameter("first.weight"));
        assertThat(net.first.weight.abs().sum().toDouble()).isPositive();
        assertThat(copy.getParameter("same.weight").abs().sum().toDouble()).isZero();
        net.to(DType.float64);
        assertThat(net.parameters()).allMatch(p -> p.dtype() == DType.float64 && p.requiresGrad());
        assertThat(net.same).isSameAs(net.first);
    }

    @Test
    void gradientsAreForgottenFrozenAndClipped() {
        Linear layer = new Linear(3, 1);
        layer.call(ones(4, 3).mul(10)).sum().backward();
        assertThat(Gradients.clipGradNorm_(layer.parameters(), 1).toDouble()).isGreaterThan(60);
        double length = layer.weight.grad().square().sum().toDouble()
                + layer.bias.grad().square().sum().toDouble();
        assertThat(Math.sqrt(length)).isBetween(0.999, 1.0);
        Gradients.clipGradValue_(layer.parameters(), 0.01);
        assertThat(layer.weight.grad().max().toDouble()).isLessThanOrEqualTo(0.0100001);
        layer.zeroGrad();
        assertThat(layer.weight.grad()).isNull();
        layer.requiresGrad_(false);
        assertThat(layer.call(ones(1, 3)).requiresGrad()).isFalse();
        Tensor all = Gradients.parametersToVector(layer.parameters());
        Gradients.vectorToParameters(arange(4.0), layer.parameters());
        assertThat(all.numel()).isEqualTo(4);
        assertThat(layer.bias.toDouble()).isEqualTo(3);
    }

    @Test
    void summaryCountsParametersAndMultiplications() {
        Sequential lenet = new Sequential(
                new Conv2d(1, 6, 5, 1, 2), new Sigmoid(), new AvgPool2d(2, 2), new Flatten(), new LazyLinear(10));
        Summary summary = Summary.summary(lenet, 1, 1, 28, 28);
        assertThat(summary.parameters()).isEqualTo(156 + 11770);
        assertThat(summary.multiplications()).isEqualTo(28L * 28 * 6 * 25 + 11760);
        assertThat(summary.rows().get(2).shape()).isEqualTo("(1, 6, 14, 14)");
        assertThat(lenet.training()).isTrue();
    }

    @Test
    void beginningsHaveTheirSpread() {
        manualSeed(3);
        Linear layer = new Linear(100, 200);
        double bound = Math.sqrt(6.0 / 300);
        Init.xavierUniform_(layer.weight);
        assertThat(layer.weight.max().toDouble()).isBetween(0.95 * bound, bound);
        Init.kaimingNormal_(layer.weight, 0, "fan_out", "relu");
        assertThat(layer.weight.std().toDouble()).isBetween(0.098, 0.102);
        Init.orthogonal_(layer.weight);
        Tensor q = layer.weight.detach();
        assertThat(q.t().matmul(q)
                        .sub(jacobi.tensor.Tensors.eye(100))
                        .abs()
                        .max()
                        .toDouble())
                .isLessThan(1e-5);
        Init.truncNormal_(layer.weight, 0, 1, -1, 1);
        assertThat(layer.weight.abs().max().toDouble()).isLessThanOrEqualTo(1);
        assertThat(layer.weight.requiresGrad() && layer.weight.isLeaf()).isTrue();
        assertThat(Init.calculateGain("leaky_relu", 0.2)).isEqualTo(Math.sqrt(2 / 1.04));
        assertThatThrownBy(() -> Init.xavierUniform_(layer.bias)).hasMessageContaining("zeros_");
    }

    @Test
    void dropoutKeepsTheMean() {
        manualSeed(5);
        Tensor y = new Dropout(0.25).call(ones(10000));
        assertThat(y.eq(0).sum().toDouble() / 10000).isBetween(0.23, 0.27);
        assertThat(y.max().toDouble()).isEqualTo(4.0f / 3, org.assertj.core.data.Offset.offset(1e-6));
        Tensor whole = new Dropout2d(0.5).call(ones(8, 16, 3, 3)).reshape(8 * 16, 9);
        assertThat(whole.std(1).max().toDouble()).isZero();
        Tensor alpha = new AlphaDropout(0.3).call(randn(20000));
        assertThat(alpha.mean().toDouble()).isBetween(-0.03, 0.03);
        assertThat(alpha.std().toDouble()).isBetween(0.97, 1.03);
    }

    @Test
    void adaptivePoolsCoverTheWhole() {
        Tensor x = arange(7.0).reshape(1, 1, 7);
        assertThat(new AdaptiveMaxPool1d(3).call(x).toDoubleArray()).containsExactly(2, 4, 6);
        assertThat(Functional.relu6(tensor(-1.0, 3, 7)).toDoubleArray()).containsExactly(0, 3, 6);
        Tensor slopes = Functional.rrelu(ones(1000).neg(), 0.1, 0.3, true);
        assertThat(slopes.min().toDouble()).isBetween(-0.3, -0.28);
        assertThat(slopes.max().toDouble()).isBetween(-0.12, -0.1);
    }

    @Test
    void wrongSizesAreNamed() {
        assertThatThrownBy(() -> new Linear(4, 2).call(ones(3, 5)))
                .hasMessage(
                        "Linear: the input's last axis must have length 4, got shape (3, 5); this layer was made as "
                                + "new Linear(4, 2)");
        assertThatThrownBy(() -> new Conv2d(3, 2, 3).call(ones(1, 1, 8, 8)))
                .hasMessageContaining("made for 3 channels");
        assertThatThrownBy(() -> new Conv2d(
                        3, 2, new int[] {3, 3, 3}, new int[] {1}, new int[] {0}, new int[] {1}, 1, true, "zeros"))
                .hasMessageContaining("kernelSize is one number, or 2 of them");
    }
}

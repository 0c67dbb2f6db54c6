package jacobi.bench;

import static jacobi.tensor.Tensors.*;

import jacobi.nn.*;
import jacobi.nn.Module;
import jacobi.optim.Adam;
import jacobi.optim.Optimizer;
import jacobi.optim.SGD;
import jacobi.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Steps of training as a cell writes them, with modules, losses and optimisers; {@code pytorch.py} has the same nets.
 */
final class TrainingSteps {
    private TrainingSteps() {}

    static Map<String, Supplier<?>> all() {
        Map<String, Supplier<?>> all = new LinkedHashMap<>();
        all.put("step of an MLP", mlp());
        all.put("step of LeNet", lenet());
        all.put("step of a small ResNet", resnet());
        all.put(
                "step of a GRU",
                recurrent(new GRU(28, 256), (layer, x) -> layer.forward(x).output()));
        all.put(
                "step of an LSTM",
                recurrent(new LSTM(28, 256), (layer, x) -> layer.forward(x).output()));
        all.put("step of a transformer block", transformer());
        return all;
    }

    private static Supplier<?> step(Module net, UnaryOperator<Tensor> forward, Tensor x, Tensor y) {
        Optimizer sgd = new SGD(net.parameters(), 0.01);
        CrossEntropyLoss loss = new CrossEntropyLoss();
        return () -> {
            sgd.zeroGrad();
            Tensor l = loss.forward(forward.apply(x), y);
            l.backward();
            sgd.step();
            return l;
        };
    }

    private static Supplier<?> step(Sequential net, Tensor x) {
        return step(net, net::forward, x, randint(0, 10, x.size(0)));
    }

    private static Supplier<?> mlp() {
        return step(new Sequential(new Linear(784, 256), new ReLU(), new Linear(256, 10)), randn(256, 784));
    }

    private static Supplier<?> lenet() {
        return step(
                new Sequential(
                        new Conv2d(1, 6, 5, 1, 2),
                        new Sigmoid(),
                        new AvgPool2d(2),
                        new Conv2d(6, 16, 5),
                        new Sigmoid(),
                        new AvgPool2d(2),
                        new Flatten(),
                        new Linear(400, 120),
                        new Sigmoid(),
                        new Linear(120, 84),
                        new Sigmoid(),
                        new Linear(84, 10)),
                randn(256, 1, 28, 28));
    }

    /** Two convolutions with batch normalisation, and a way around them. */
    private static final class Residual extends Module {
        private final Conv2d conv1;
        private final BatchNorm2d bn1;
        private final Conv2d conv2;
        private final BatchNorm2d bn2;
        private final Conv2d conv3;

        Residual(int inputs, int outputs, int stride) {
            conv1 = new Conv2d(inputs, outputs, 3, stride, 1);
            bn1 = new BatchNorm2d(outputs);
            conv2 = new Conv2d(outputs, outputs, 3, 1, 1);
            bn2 = new BatchNorm2d(outputs);
            conv3 = stride > 1 ? new Conv2d(inputs, outputs, 1, stride, 0) : null;
        }

        Tensor forward(Tensor x) {
            Tensor y = bn2.forward(conv2.forward(bn1.forward(conv1.forward(x)).relu()));
            return y.add(conv3 == null ? x : conv3.forward(x)).relu();
        }
    }

    private static Supplier<?> resnet() {
        return step(
                new Sequential(
                        new Conv2d(1, 16, 3, 1, 1),
                        new BatchNorm2d(16),
                        new ReLU(),
                        new Residual(16, 16, 1),
                        new Residual(16, 32, 2),
                        new Residual(32, 64, 2),
                        new AdaptiveAvgPool2d(1),
                        new Flatten(),
                        new Linear(64, 10)),
                randn(64, 1, 28, 28));
    }

    /** A recurrent layer over one-hot letters, and scores of the next ones. */
    private static <L extends Module> Supplier<?> recurrent(L layer, BiFunction<L, Tensor, Tensor> along) {
        Linear out = new Linear(256, 28);
        ModuleList net = new ModuleList(layer, out);
        return step(
                net, x -> out.forward(along.apply(layer, x)).flatten(0, 1), randn(35, 32, 28), randint(0, 28, 35 * 32));
    }

    private static Supplier<?> transformer() {
        TransformerEncoderLayer net = new TransformerEncoderLayer(128, 4, 512, 0, "gelu", 1e-5, true, false);
        MSELoss loss = new MSELoss();
        Adam adam = new Adam(net.parameters());
        Tensor x = randn(32, 64, 128), y = randn(32, 64, 128);
        return () -> {
            adam.zeroGrad();
            Tensor l = loss.forward(net.forward(x), y);
            l.backward();
            adam.step();
            return l;
        };
    }
}

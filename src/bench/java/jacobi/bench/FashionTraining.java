package jacobi.bench;

import static jacobi.tensor.Tensors.noGrad;

import jacobi.data.DataLoader;
import jacobi.data.FashionMNIST;
import jacobi.data.TensorFiles;
import jacobi.nn.*;
import jacobi.nn.Module;
import jacobi.optim.SGD;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ten epochs on all of Fashion-MNIST with the book's settings, from the weights and in the order of examples that
 * {@code fashion.py} left in a folder after learning the same in PyTorch: accuracies on what was learned from and on
 * what was not, and seconds of processor time. The argument is the folder.
 */
public final class FashionTraining {
    private static final int BATCH = 256;
    private static final Map<String, Supplier<Module>> NETS = Map.of(
            "softmax", () -> new Sequential(new Flatten(), new Linear(784, 10)),
            "mlp", () -> new Sequential(new Flatten(), new Linear(784, 256), new ReLU(), new Linear(256, 10)),
            "lenet",
                    () -> new Sequential(
                            new Conv2d(1, 6, 5, 1, 2),
                            new Sigmoid(),
                            new AvgPool2d(2, 2),
                            new Conv2d(6, 16, 5),
                            new Sigmoid(),
                            new AvgPool2d(2, 2),
                            new Flatten(),
                            new Linear(400, 120),
                            new Sigmoid(),
                            new Linear(120, 84),
                            new Sigmoid(),
                            new Linear(84, 10)));

    private FashionTraining() {}

    private static double right(Tensor scores, Tensor y) {
        return scores.argmax(1).eq(y).sum().item().doubleValue();
    }

    private static double accuracy(Module net, FashionMNIST test) {
        double right = 0;
        try (GradMode off = noGrad()) {
            for (Tensor[] batch : new DataLoader(test, 1000)) {
                right += right(net.call(batch[0]), batch[1]);
            }
        }
        return right / test.length();
    }

    private static void learn(Path file, FashionMNIST train, FashionMNIST test) {
        String name = file.getFileName().toString().replace(".npz", "");
        Map<String, Tensor> state = new LinkedHashMap<>(TensorFiles.<Map<String, Tensor>>load(file.toString()));
        Tensor order = state.remove("order");
        Module net = NETS.get(name.replaceAll("-.*", "")).get();
        net.loadStateDict(state);
        SGD sgd = new SGD(net.parameters(), name.startsWith("lenet") ? 0.9 : 0.1);
        CrossEntropyLoss loss = new CrossEntropyLoss();
        List<String> tested = new ArrayList<>();
        double right = 0;
        long start = cpu();
        for (int epoch = 0; epoch < order.size(0); epoch++) {
            right = 0;
            long[] numbers = order.get(epoch).toLongArray();
            for (int i = 0; i < numbers.length; i += BATCH) {
                int[] batch = new int[Math.min(BATCH, numbers.length - i)];
                for (int k = 0; k < batch.length; k++) {
                    batch[k] = (int) numbers[i + k];
                }
                Tensor[] xy = train.batch(batch);
                Tensor scores = net.call(xy[0]);
                sgd.zeroGrad();
                loss.forward(scores, xy[1]).backward();
                sgd.step();
                right += right(scores.detach(), xy[1]);
            }
            tested.add(String.format(Locale.ROOT, "%.4f", accuracy(net, test)));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.4f %s, %.1f s; after each epoch %s%n",
                name,
                right / train.length(),
                tested.get(tested.size() - 1),
                (cpu() - start) / 1e9,
                String.join(" ", tested));
    }

    /** Of the whole process, the compiler's threads too. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    public static void main(String[] arguments) throws Exception {
        FashionMNIST train = new FashionMNIST(true), test = new FashionMNIST(false);
        System.out.println(train);
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            files.filter(f -> f.toString().endsWith(".npz")).sorted().forEach(f -> learn(f, train, test));
        }
    }
}

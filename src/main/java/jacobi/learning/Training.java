package jacobi.learning;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.noGrad;
import static jacobi.tensor.Tensors.normal;

import jacobi.data.DataLoader;
import jacobi.data.FashionMNIST;
import jacobi.data.TensorDataset;
import jacobi.data.Transforms;
import jacobi.nn.Conv2d;
import jacobi.nn.CrossEntropyLoss;
import jacobi.nn.Init;
import jacobi.nn.Linear;
import jacobi.nn.Module;
import jacobi.operation.Default;
import jacobi.optim.Optimizer;
import jacobi.optim.SGD;
import jacobi.plot.Animator;
import jacobi.plot.Figure;
import jacobi.plot.Plots;
import jacobi.tensor.Device;
import jacobi.tensor.GradMode;
import jacobi.tensor.Tensor;
import jacobi.tensor.cpu.Poll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The functions the book saves for later chapters: data, models by hand, measures, loops of training. */
public final class Training {
    private Training() {}

    // ------------------------------------------------------------------------------------------- linear regression by
    // hand

    /**
     * y = X w + b + noise of standard deviation 0.01: features of a standard normal distribution, and labels in one
     * column.
     */
    public static Examples syntheticData(Tensor w, double b, int numExamples) {
        Tensor x = normal(0, 1, numExamples, w.numel());
        Tensor y = x.matmul(w.reshape(-1, 1)).add(b);
        return new Examples(x, y.add(normal(0, 0.01, numExamples, 1)));
    }

    /** X w + b. */
    public static Tensor linreg(Tensor X, Tensor w, Tensor b) {
        return X.matmul(w).add(b);
    }

    /** Half the squares of the differences. */
    public static Tensor squaredLoss(Tensor yHat, Tensor y) {
        return yHat.sub(y.reshape(yHat.shape())).square().div(2);
    }

    /** A step of gradient descent on a sum over a batch: parameters change in place, their gradients become 0. */
    public static void sgd(Iterable<? extends Tensor> params, double lr, int batchSize) {
        Poll.whole(() -> {
            try (GradMode off = noGrad()) {
                for (Tensor param : params) {
                    param.add_(param.grad(), -lr / batchSize);
                    param.grad().zero_();
                }
            }
        });
    }

    // ------------------------------------------------------------------------------------------- data

    /** Batches of the rows of tensors, shuffled. */
    public static DataLoader loadArray(List<? extends Tensor> dataArrays, int batchSize) {
        return loadArray(dataArrays, batchSize, true);
    }

    /** Batches of the rows of tensors, shuffled to learn from and in order to test. */
    public static DataLoader loadArray(
            List<? extends Tensor> dataArrays, int batchSize, @Default("true") boolean isTrain) {
        return new DataLoader(new TensorDataset(dataArrays.toArray(Tensor[]::new)), batchSize, isTrain);
    }

    /** Fashion-MNIST in batches. */
    public static Loaders loadDataFashionMnist(int batchSize) {
        return loadDataFashionMnist(batchSize, 0);
    }

    /** Fashion-MNIST in batches, its images made so large; 0 leaves them as they are. */
    public static Loaders loadDataFashionMnist(int batchSize, @Default("0") int resize) {
        UnaryOperator<Tensor> transform = resize == 0 ? null : Transforms.resize(resize);
        int workers = resize == 0 ? 0 : getDataloaderWorkers();
        return new Loaders(
                new DataLoader(new FashionMNIST(null, true, transform), batchSize, true, null, workers, null, false),
                new DataLoader(new FashionMNIST(null, false, transform), batchSize, false, null, workers, null, false));
    }

    /** How many batches are made beside the one in use: one for each processor but one, four at most. */
    public static int getDataloaderWorkers() {
        return Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** The names of Fashion-MNIST's classes. */
    public static List<String> getFashionMnistLabels(Tensor labels) {
        List<String> classes = new FashionMNIST(false).classes();
        return Arrays.stream(labels.toIntArray()).mapToObj(classes::get).toList();
    }

    // ------------------------------------------------------------------------------------------- devices

    /** The graphics processor of that number if there is one, else the processor. */
    public static Device tryGpu() {
        return tryGpu(0);
    }

    /**
     * The graphics processor of that number if there is one, else the processor: tensors here are computed by it alone.
     */
    public static Device tryGpu(@Default("0") int i) {
        return Device.CPU;
    }

    /** All graphics processors, or the processor if there is none. */
    public static List<Device> tryAllGpus() {
        return List.of(Device.CPU);
    }

    // ------------------------------------------------------------------------------------------- measures

    /** How many predictions are right: the largest of each row's scores, or class numbers themselves. */
    public static double accuracy(Tensor yHat, Tensor y) {
        Tensor classes = yHat.dim() > 1 && yHat.size(1) > 1 ? yHat.argmax(1) : yHat;
        return classes.to(y.dtype()).eq(y.reshape(classes.shape())).sum().toDouble();
    }

    /** The share of right predictions over all batches. */
    public static double evaluateAccuracy(Module net, Iterable<Tensor[]> dataIter) {
        boolean training = net.training();
        net.eval();
        try {
            return evaluateAccuracy((UnaryOperator<Tensor>) net::call, dataIter);
        } finally {
            net.train(training);
        }
    }

    /** The share of right predictions of a function over all batches. */
    public static double evaluateAccuracy(UnaryOperator<Tensor> net, Iterable<Tensor[]> dataIter) {
        Accumulator metric = new Accumulator(2);
        try (GradMode off = noGrad()) {
            for (Tensor[] batch : dataIter) {
                metric.add(accuracy(net.apply(batch[0]), batch[1]), batch[1].numel());
            }
        }
        return metric.get(0) / metric.get(1);
    }

    /** The mean loss over all batches. */
    public static double evaluateLoss(
            UnaryOperator<Tensor> net, Iterable<Tensor[]> dataIter, BinaryOperator<Tensor> loss) {
        Accumulator metric = new Accumulator(2);
        try (GradMode off = noGrad()) {
            for (Tensor[] batch : dataIter) {
                Tensor out = net.apply(batch[0]);
                Tensor l = loss.apply(out, batch[1].reshape(out.shape()));
                metric.add(l.sum().toDouble(), l.numel());
            }
        }
        return metric.get(0) / metric.get(1);
    }

    // ------------------------------------------------------------------------------------------- loops

    /** One pass over the batches with an optimiser; gives the mean loss and the share of right predictions. */
    public static Pass trainEpochCh3(Module net, DataLoader trainIter, Module loss, Optimizer updater) {
        net.train();
        Accumulator metric = new Accumulator(3);
        for (Tensor[] batch : trainIter) {
            Tensor yHat = net.call(batch[0]);
            Tensor l = loss.call(yHat, batch[1]);
            updater.zeroGrad();
            l.mean().backward();
            updater.step();
            double examples = batch[1].numel();
            double sum =
                    l.dim() == 0 ? l.toDouble() * examples : l.detach().sum().toDouble();
            metric.add(sum, accuracy(yHat.detach(), batch[1]), examples);
        }
        return new Pass(metric.get(0) / metric.get(2), metric.get(1) / metric.get(2));
    }

    /**
     * One pass over the batches with a model by hand, whose parameters {@code updater} changes, given the batch's size.
     */
    public static Pass trainEpochCh3(
            UnaryOperator<Tensor> net, DataLoader trainIter, BinaryOperator<Tensor> loss, IntConsumer updater) {
        Accumulator metric = new Accumulator(3);
        for (Tensor[] batch : trainIter) {
            Tensor yHat = net.apply(batch[0]);
            Tensor l = loss.apply(yHat, batch[1]);
            l.sum().backward();
            updater.accept(batch[0].size(0));
            metric.add(l.detach().sum().toDouble(), accuracy(yHat.detach(), batch[1]), batch[1].numel());
        }
        return new Pass(metric.get(0) / metric.get(2), metric.get(1) / metric.get(2));
    }

    /** Training with a growing figure of loss and accuracies; gives those of the last epoch. */
    public static Trained trainCh3(
            Module net, DataLoader trainIter, DataLoader testIter, Module loss, int numEpochs, Optimizer updater) {
        return Curves.follow(
                numEpochs, () -> trainEpochCh3(net, trainIter, loss, updater), () -> evaluateAccuracy(net, testIter));
    }

    /** Training of a model by hand, as {@link #trainCh3(Module, DataLoader, DataLoader, Module, int, Optimizer)}. */
    public static Trained trainCh3(
            UnaryOperator<Tensor> net,
            DataLoader trainIter,
            DataLoader testIter,
            BinaryOperator<Tensor> loss,
            int numEpochs,
            IntConsumer updater) {
        return Curves.follow(
                numEpochs, () -> trainEpochCh3(net, trainIter, loss, updater), () -> evaluateAccuracy(net, testIter));
    }

    /** As {@link #trainCh6(Module, DataLoader, DataLoader, int, double, Device)}, on the processor. */
    public static Trained trainCh6(Module net, DataLoader trainIter, DataLoader testIter, int numEpochs, double lr) {
        return trainCh6(net, trainIter, testIter, numEpochs, lr, Device.CPU);
    }

    /**
     * A network of convolutions trained by gradient descent from Glorot's and Bengio's beginning; says accuracies and
     * speed at the end.
     */
    public static Trained trainCh6(
            Module net,
            DataLoader trainIter,
            DataLoader testIter,
            int numEpochs,
            double lr,
            @Default("jacobi.tensor.Device.CPU") Device device) {
        net.call(trainIter.iterator().next()[0]);
        net.apply(Training::initCnn);
        net.to(device);
        SGD optimizer = new SGD(net.parameters(), lr);
        CrossEntropyLoss loss = new CrossEntropyLoss();
        Timer timer = new Timer();
        Trained trained = trainCh3(net, trainIter, testIter, loss, numEpochs, optimizer);
        double time = timer.stop();
        System.out.println(say(
                "learning.training.result",
                "loss",
                decimals(3, trained.loss()),
                "train",
                decimals(3, trained.trainAccuracy()),
                "test",
                decimals(3, trained.testAccuracy())));
        System.out.println(say(
                "learning.training.speed",
                "count",
                decimals(1, trainIter.dataset().length() * (double) numEpochs / time),
                "device",
                device));
        return trained;
    }

    /** The first images of a batch to test, each with its class and the predicted one as its title. */
    public static Figure predictCh3(Module net, DataLoader testIter) {
        return predictCh3(net, testIter, 6);
    }

    /** The first {@code n} images of a batch to test, each with its class and the predicted one as its title. */
    public static Figure predictCh3(Module net, DataLoader testIter, @Default("6") int n) {
        return predictCh3((UnaryOperator<Tensor>) net::call, testIter, n);
    }

    /** As {@link #predictCh3(Module, DataLoader, int)}, of a function. */
    public static Figure predictCh3(UnaryOperator<Tensor> net, DataLoader testIter, @Default("6") int n) {
        Tensor[] batch = testIter.iterator().next();
        Tensor X = batch[0].narrow(0, 0, n), y = batch[1].narrow(0, 0, n);
        try (GradMode off = noGrad()) {
            List<String> right = getFashionMnistLabels(y),
                    said = getFashionMnistLabels(net.apply(X).argmax(1));
            List<String> titles = IntStream.range(0, n)
                    .mapToObj(i -> right.get(i) + "\n" + said.get(i))
                    .toList();
            return Plots.showImages(X.reshape(n, X.size(-2), X.size(-1)), 1, n, titles);
        }
    }

    /** Weights of linear and convolution layers as Glorot and Bengio begin. */
    public static void initCnn(Module module) {
        if (module instanceof Linear layer && !layer.isLazy()) {
            Init.xavierUniform_(layer.weight);
        } else if (module instanceof Conv2d layer && !layer.isLazy()) {
            Init.xavierUniform_(layer.weight);
        }
    }

    private static String decimals(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** The limits of an axis of epochs, also of a single one. */
    static double[] span(int first, int last) {
        return new double[] {first, Math.max(last, first + 1)};
    }

    /** A figure of loss and accuracies by epoch. */
    static Animator board(int numEpochs) {
        return new Animator(
                say("learning.board.epoch"),
                span(1, numEpochs),
                List.of(
                        say("learning.board.train-loss"),
                        say("learning.board.train-acc"),
                        say("learning.board.test-acc")));
    }
}

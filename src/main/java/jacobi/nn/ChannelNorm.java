package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.ones;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.zeros;

import jacobi.tensor.Parameter;
import jacobi.tensor.Tensor;

/** What normalisations have in common that learn a scale and a move of each channel, and may keep what they saw. */
abstract class ChannelNorm extends Module implements Lazily {
    /** What such a layer is told when it is made; a lazy one learns the number of channels from the first input. */
    record Options(
            boolean lazy, int numFeatures, double eps, double momentum, boolean affine, boolean trackRunningStats) {}

    private final Options options;
    private int numFeatures;
    private final int leastAxes;
    private final int mostAxes;

    /** Scales of the channels, or null. */
    public Parameter weight;

    /** Moves of the channels, or null. */
    public Parameter bias;

    /** Means so far, or null. */
    @Buffer
    public Tensor runningMean;

    /** Variances so far, or null. */
    @Buffer
    public Tensor runningVar;

    /** How many batches were seen in training, or null. */
    @Buffer
    public Tensor numBatchesTracked;

    private boolean lazy;

    ChannelNorm(int leastAxes, int mostAxes, Options options) {
        this.leastAxes = leastAxes;
        this.mostAxes = mostAxes;
        this.options = options;
        lazy = options.lazy;
        if (lazy) {
            weight = options.affine ? Parameter.uninitialized() : null;
            bias = options.affine ? Parameter.uninitialized() : null;
        } else {
            Sizes.require(name(), "numFeatures", options.numFeatures, 1);
            make(options.numFeatures);
        }
    }

    private void make(int features) {
        lazy = false;
        numFeatures = features;
        weight = options.affine ? new Parameter(ones(features)) : null;
        bias = options.affine ? new Parameter(zeros(features)) : null;
        if (options.trackRunningStats) {
            runningMean = zeros(features);
            runningVar = ones(features);
            numBatchesTracked = tensor(0);
        }
    }

    @Override
    public boolean isLazy() {
        return lazy;
    }

    @Override
    public void initialize(Tensor saved) {
        make(saved.size(0));
    }

    /** Axis of the channels of an input. */
    abstract int channelAxis(Tensor input);

    abstract Tensor normalized(Tensor input, double momentum, double eps);

    /** Whether the means and variances so far take part. */
    boolean tracks() {
        return options.trackRunningStats;
    }

    public Tensor forward(Tensor input) {
        if (input.dim() < leastAxes || input.dim() > mostAxes) {
            throw new IllegalArgumentException(say(
                    "nn.batch-norm.axes",
                    "name",
                    name(),
                    "more",
                    mostAxes > 3 ? ", …" : ", length",
                    "axes",
                    leastAxes == mostAxes ? leastAxes : say("nn.or", "first", leastAxes, "second", mostAxes),
                    "shape",
                    input.shape().text()));
        }
        int axis = channelAxis(input);
        if (lazy) {
            make(input.size(axis));
        }
        if (input.size(axis) != numFeatures) {
            throw new IllegalArgumentException(say(
                    "nn.channels.other",
                    "name",
                    name(),
                    "channels",
                    numFeatures,
                    "shape",
                    input.shape().text()));
        }
        return normalized(input, options.momentum, options.eps);
    }

    @Override
    protected String name() {
        return Sizes.name(super.name(), lazy);
    }

    @Override
    protected String extraRepr() {
        return numFeatures + ", eps=" + Sizes.number(options.eps) + ", momentum=" + Sizes.number(options.momentum)
                + ", affine=" + Sizes.bool(options.affine) + ", track_running_stats="
                + Sizes.bool(options.trackRunningStats);
    }
}

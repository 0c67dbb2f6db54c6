package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.tensor.DType;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What convolutions of sequences, images and volumes have in common; each number that says how holds for all directions
 * or is a list.
 */
abstract class ConvNd extends AffineLayer {
    ConvOptions options;
    private final int directions;
    private final boolean transposed;

    ConvNd(int directions, boolean transposed, boolean lazy, ConvOptions options) {
        super(options.bias());
        this.directions = directions;
        this.transposed = transposed;
        this.options = options.over(getClass().getSimpleName(), directions, lazy);
        if (!lazy) {
            make(options.in());
        }
    }

    private void make(int channels) {
        options = options.in(channels).over(name(), directions, false);
        int[] shape = new int[directions + 2];
        shape[0] = transposed ? channels : options.out();
        shape[1] = (transposed ? options.out() : channels) / options.groups();
        System.arraycopy(options.size(), 0, shape, 2, directions);
        make(DType.float32, Shape.of(shape), options.out());
    }

    @Override
    public void initialize(Tensor saved) {
        make(transposed ? saved.size(0) : saved.size(1) * options.groups());
    }

    public Tensor forward(Tensor input) {
        if (input.dim() != directions + 1 && input.dim() != directions + 2) {
            throw new IllegalArgumentException(say(
                    "nn.conv.axes",
                    "name",
                    name(),
                    "axes",
                    (directions + 2),
                    "shape",
                    input.shape().text()));
        }
        int channels = input.size(-directions - 1);
        if (isLazy()) {
            make(channels);
        }
        if (channels != options.in()) {
            throw new IllegalArgumentException(say(
                    "nn.conv.channels",
                    "name",
                    name(),
                    "channels",
                    options.in(),
                    "shape",
                    input.shape().text(),
                    "found",
                    channels));
        }
        boolean uneven = options.samePadding() != null && isUneven();
        if (!uneven && options.mode().equals("zeros")) {
            return compute(input, options.padding());
        }
        int[] around = new int[2 * directions];
        for (int i = 0; i < directions; i++) {
            int both = options.dilation()[i] * (options.size()[i] - 1);
            int at = 2 * (directions - 1 - i);
            around[at] = options.padding()[i];
            around[at + 1] = uneven ? both - options.padding()[i] : options.padding()[i];
        }
        return compute(Paddings.pad(input, around, options.mode()), new int[directions]);
    }

    private boolean isUneven() {
        for (int i = 0; i < directions; i++) {
            if (options.samePadding().equals("same") && options.dilation()[i] * (options.size()[i] - 1) % 2 != 0) {
                return true;
            }
        }
        return false;
    }

    abstract Tensor compute(Tensor input, int[] padding);

    @Override
    protected long multiplications(Tensor input, Tensor output) {
        long each = weight.numel() / (transposed ? options.in() : options.out());
        return each * (transposed ? input.numel() : output.numel());
    }

    @Override
    protected String extraRepr() {
        List<String> said = new ArrayList<>();
        said.add(options.in() + ", " + options.out());
        said.add("kernel_size=" + Sizes.tuple(options.size()));
        said.add("stride=" + Sizes.tuple(options.stride()));
        if (options.samePadding() != null) {
            said.add("padding=" + options.samePadding());
        } else if (!Sizes.all(options.padding(), 0)) {
            said.add("padding=" + Sizes.tuple(options.padding()));
        }
        if (!Sizes.all(options.dilation(), 1)) {
            said.add("dilation=" + Sizes.tuple(options.dilation()));
        }
        if (!Sizes.all(options.outputPadding(), 0)) {
            said.add("output_padding=" + Sizes.tuple(options.outputPadding()));
        }
        if (options.groups() != 1) {
            said.add("groups=" + options.groups());
        }
        if (bias == null) {
            said.add("bias=False");
        }
        if (!options.mode().equals("zeros")) {
            said.add("padding_mode=" + options.mode());
        }
        return String.join(", ", said);
    }
}

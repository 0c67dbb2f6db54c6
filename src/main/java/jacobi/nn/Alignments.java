package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.full;
import static jacobi.tensor.Tensors.stack;
import static jacobi.tensor.Tensors.tensor;
import static jacobi.tensor.Tensors.where;

import jacobi.operation.Default;
import jacobi.operation.Op;
import jacobi.tensor.DType;
import jacobi.tensor.Operation;
import jacobi.tensor.Shape;
import jacobi.tensor.Tensor;
import java.util.List;

/** A loss of sequences whose labels do not say when each is heard. */
final class Alignments {
    /** The logarithm of what cannot be: finite, so that its derivatives are 0 and not undefined. */
    private static final double NEVER = -1e30;

    private Alignments() {}

    /**
     * Minus the logarithm of the probability of labels, summed over all ways to place them in time, with blanks
     * between and repeats (connectionist temporal classification, Graves et al. 2006).
     *
     * <p>A target that does not fit into its time has an infinite loss, of gradient 0. Gradients are those to the
     * log-probabilities themselves; PyTorch's take the log-softmax that made them along, after which both agree.
     *
     * @param logProbs log-probabilities (time, batch, classes), or (time, classes) of one sequence
     * @param targets class numbers (batch, longest target), or all targets in one row
     * @param inputLengths how much of the time each sequence takes
     * @param targetLengths how many labels each target has
     * @param blank the class that stands for no label
     * @param reduction {@code "mean"} over the batch of losses divided by their targets' lengths, {@code "sum"} or
     *     {@code "none"}
     * @param zeroInfinity whether infinite losses count as 0
     */
    @Op
    static Tensor ctcLoss(
            Tensor logProbs,
            Tensor targets,
            Tensor inputLengths,
            Tensor targetLengths,
            @Default("0") int blank,
            @Default("\"mean\"") String reduction,
            @Default("false") boolean zeroInfinity) {
        Operation.requireFloating("ctcLoss", logProbs);
        Operation.requireInteger("ctcLoss", targets);
        Operation.requireInteger("ctcLoss", inputLengths);
        Operation.requireInteger("ctcLoss", targetLengths);
        if (logProbs.dim() == 2) {
            Tensor losses = ctcLoss(
                    logProbs.unsqueeze(1),
                    targets.reshape(1, -1),
                    inputLengths.reshape(1),
                    targetLengths.reshape(1),
                    blank,
                    reduction,
                    zeroInfinity);
            return losses.reshape(Shape.of());
        }
        if (logProbs.dim() != 3) {
            throw new IllegalArgumentException(
                    say("nn.ctc.axes", "shape", logProbs.shape().text()));
        }
        int time = logProbs.size(0), batch = logProbs.size(1), classes = logProbs.size(2);
        long[] taken = lengths("inputLengths", inputLengths, batch, time);
        int[][] labels = labels(targets, targetLengths, batch, classes, blank);
        Tensor losses = losses(logProbs, taken, new Labels(labels, blank));
        Tensor impossible = losses.detach().gt(-NEVER / 2);
        losses = where(impossible, zeroInfinity ? 0 : Double.POSITIVE_INFINITY, losses);
        if (!reduction.equals("mean")) {
            return Losses.reduce(losses, reduction);
        }
        return losses.div(targetLengths.clamp(1, null).to(losses.dtype())).mean();
    }

    /** As with lengths in tensors. */
    @Op
    static Tensor ctcLoss(
            Tensor logProbs,
            Tensor targets,
            int[] inputLengths,
            int[] targetLengths,
            @Default("0") int blank,
            @Default("\"mean\"") String reduction,
            @Default("false") boolean zeroInfinity) {
        return ctcLoss(
                logProbs,
                targets,
                tensor(inputLengths, DType.int64),
                tensor(targetLengths, DType.int64),
                blank,
                reduction,
                zeroInfinity);
    }

    private static long[] lengths(String name, Tensor lengths, int batch, int most) {
        long[] all = lengths.toLongArray();
        if (all.length != batch) {
            throw new IllegalArgumentException(say(
                    "nn.ctc.lengths",
                    "name",
                    name,
                    "batch",
                    batch,
                    "shape",
                    lengths.shape().text()));
        }
        for (long length : all) {
            if (length < 0 || length > most) {
                throw new IllegalArgumentException(say("nn.ctc.length", "name", name, "most", most, "found", length));
            }
        }
        return all;
    }

    private static int[][] labels(Tensor targets, Tensor targetLengths, int batch, int classes, int blank) {
        if (blank < 0 || blank >= classes) {
            throw new IllegalArgumentException(say("nn.ctc.blank", "last", classes - 1, "found", blank));
        }
        boolean padded = targets.dim() == 2;
        if (targets.dim() > 2 || padded && targets.size(0) != batch) {
            throw new IllegalArgumentException(say(
                    "nn.ctc.targets", "batch", batch, "shape", targets.shape().text()));
        }
        long[] lengths = lengths("targetLengths", targetLengths, batch, padded ? targets.size(1) : targets.numel());
        long[] all = targets.toLongArray();
        int[][] labels = new int[batch][];
        int from = 0;
        for (int n = 0; n < batch; n++) {
            labels[n] = new int[(int) lengths[n]];
            int at = padded ? n * targets.size(1) : from;
            if (at + labels[n].length > all.length) {
                throw new IllegalArgumentException(say("nn.ctc.row", "found", all.length));
            }
            for (int i = 0; i < labels[n].length; i++) {
                long label = all[at + i];
                if (label < 0 || label >= classes) {
                    throw new IndexOutOfBoundsException(
                            say("nn.ctc.label", "index", i, "last", classes - 1, "found", label));
                }
                labels[n][i] = (int) label;
            }
            from += labels[n].length;
        }
        if (!padded && from != all.length) {
            throw new IllegalArgumentException(say("nn.ctc.row", "found", all.length));
        }
        return labels;
    }

    /** Targets with a blank before, between and after all labels, and which steps through them may be taken. */
    private static final class Labels {
        final int length;
        /** Class at each place. */
        final long[] classes;
        /** 0 where it may be, {@link #NEVER} where not: leaving out the blank before a place, ending there. */
        final double[] skip, end;

        Labels(int[][] labels, int blank) {
            int most = 0;
            for (int[] each : labels) {
                most = Math.max(most, each.length);
            }
            length = 2 * most + 1;
            classes = new long[labels.length * length];
            skip = new double[classes.length];
            end = new double[classes.length];
            for (int n = 0; n < labels.length; n++) {
                int[] own = labels[n];
                for (int s = 0; s < length; s++) {
                    int i = n * length + s, place = s / 2;
                    boolean label = s % 2 == 1 && place < own.length;
                    classes[i] = label ? own[place] : blank;
                    skip[i] = label && place > 0 && own[place] != own[place - 1] ? 0 : NEVER;
                    end[i] = s == 2 * own.length || s == 2 * own.length - 1 ? 0 : NEVER;
                }
            }
        }
    }

    /** One loss for each sequence, by the recursion over time of all that may have been said so far. */
    private static Tensor losses(Tensor logProbs, long[] taken, Labels labels) {
        int time = logProbs.size(0), batch = logProbs.size(1), length = labels.length;
        DType dtype = logProbs.dtype();
        Tensor classes = tensor(labels.classes, DType.int64).reshape(1, batch, length);
        Tensor heard = logProbs.clamp(NEVER, null).gather(2, classes.expand(time, batch, length));
        Tensor skip = tensor(labels.skip, dtype).reshape(batch, length);
        // At first nothing was said: all stand at the first blank.
        Tensor sofar = full(new int[] {batch, length}, NEVER).to(dtype);
        sofar.select(1, 0).fill_(0);
        Tensor last = tensor(taken, DType.int64).reshape(batch, 1);
        for (int t = 0; t < time; t++) {
            Tensor before = sofar.pad(new int[] {2, 0}, NEVER);
            Tensor stay = before.narrow(1, 2, length), step = before.narrow(1, 1, length);
            Tensor leap = before.narrow(1, 0, length).add(skip);
            Tensor next = stack(List.of(stay, step, leap), 0).logsumexp(0).add(heard.get(t));
            sofar = where(last.gt(t), next, sofar);
        }
        return sofar.add(tensor(labels.end, dtype).reshape(batch, length))
                .logsumexp(1)
                .neg();
    }
}

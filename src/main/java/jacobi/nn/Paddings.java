package jacobi.nn;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.arange;

import jacobi.operation.Op;
import jacobi.tensor.Tensor;

/** What is put around tensors other than a number. */
final class Paddings {
    private Paddings() {}

    /**
     * Elements put around: (left, right) of the last axis, then (top, bottom) of the one before, and so on.
     *
     * @param mode "constant" for zeros, "reflect" for what lies inside the edge, "replicate" for the edge itself,
     * "circular" for the other end
     */
    @Op
    static Tensor pad(Tensor input, int[] pad, String mode) {
        if (mode.equals("constant") || mode.equals("zeros")) {
            return input.pad(pad);
        }
        if (pad.length % 2 != 0 || pad.length / 2 > input.dim()) {
            throw new IllegalArgumentException(say(
                    "nn.pad.numbers",
                    "found",
                    pad.length,
                    "shape",
                    input.shape().text()));
        }
        Tensor x = input;
        for (int i = 0; i < pad.length / 2; i++) {
            int axis = x.dim() - 1 - i;
            if (pad[2 * i] != 0 || pad[2 * i + 1] != 0) {
                x = x.indexSelect(axis, places(x.size(axis), pad[2 * i], pad[2 * i + 1], mode));
            }
        }
        return x;
    }

    /** Which element stands at each place of an axis that became longer. */
    private static Tensor places(int length, int before, int after, String mode) {
        Tensor i = arange(-before, length + after);
        int most = mode.equals("reflect") ? length - 1 : mode.equals("circular") ? length : Integer.MAX_VALUE;
        if (before > most || after > most) {
            throw new IllegalArgumentException(say(
                    "nn.pad.too-many", "mode", mode, "most", most, "length", length, "before", before, "after", after));
        }
        return switch (mode) {
            case "reflect" -> i.abs().neg().add(length - 1).abs().neg().add(length - 1);
            case "replicate" -> i.clamp(0, length - 1);
            case "circular" -> i.remainder(length);
            default -> throw new IllegalArgumentException(say("nn.pad.mode", "found", mode));
        };
    }
}

package jacobi.nn;

import static jacobi.language.Say.say;

import jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What layers say of their sizes, and what sizes may be. */
final class Sizes {
    private Sizes() {}

    static void require(String layer, String name, int size, int least) {
        if (size < least) {
            throw new IllegalArgumentException(
                    say("nn.size.least", "layer", layer, "name", name, "least", least, "found", size));
        }
    }

    /** One number for each of so many directions. */
    static int[] each(String layer, String name, int[] sizes, int directions, int least) {
        int[] all = sizes;
        if (sizes.length == 1 && directions != 1) {
            all = new int[directions];
            Arrays.fill(all, sizes[0]);
        }
        if (all.length != directions) {
            throw new IllegalArgumentException(say(
                    "nn.size.one-or-each",
                    "layer",
                    layer,
                    "name",
                    name,
                    "directions",
                    directions,
                    "found",
                    Arrays.toString(sizes)));
        }
        for (int size : all) {
            require(layer, name, size, least);
        }
        return all.clone();
    }

    /** A function of a batch, of that or of one example, whose last axes are the channels and so many directions. */
    static Tensor batched(Tensor input, int directions, UnaryOperator<Tensor> function) {
        boolean one = input.dim() == directions + 1;
        Tensor y = function.apply(one ? input.unsqueeze(0) : input);
        return one ? y.squeeze(0) : y;
    }

    /** Python's print of a tuple. */
    static String tuple(int... sizes) {
        return sizes.length == 1
                ? "(" + sizes[0] + ",)"
                : Arrays.stream(sizes).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** As {@link #tuple}, a number alone where all sizes were given by one. */
    static String tupleOrNumber(int[] sizes) {
        return sizes.length == 1 ? String.valueOf(sizes[0]) : tuple(sizes);
    }

    static boolean all(int[] sizes, int value) {
        return Arrays.stream(sizes).allMatch(size -> size == value);
    }

    /** Python's print of a truth value. */
    static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /** Python's print of a fraction: the shortest that is read back, with two digits in an exponent. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            String text = Double.toString(value).replace(".0E", "e").replace("E", "e");
            return text.replaceFirst("e(-?)(\\d)$", "e$10$2").replaceFirst("e(\\d)", "e+$1");
        }
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }

    /** A number that may have been given whole: Python's print keeps how. */
    static String given(Number value) {
        return value instanceof Integer || value instanceof Long ? value.toString() : number(value.doubleValue());
    }

    /** A lazy layer is called by what it became once it knows its shapes. */
    static String name(String simple, boolean lazy) {
        return !lazy && simple.startsWith("Lazy") ? simple.substring(4) : simple;
    }
}

package jacobi.linalg;

import jacobi.tensor.DType;
import jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Complex numbers as two tensors of one shape and type: what {@code torch.linalg.eig} gives, printed as PyTorch prints
 * it.
 *
 * @param real the real parts
 * @param imag the imaginary parts, 0 of real numbers
 */
public record ComplexTensor(Tensor real, Tensor imag) {
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9a-z]*[0-9a-z.]");
    private static final int LINE = 80;

    /** Magnitudes. */
    public Tensor abs() {
        return real.hypot(imag);
    }

    /** Angles, from -π to π. */
    public Tensor angle() {
        return imag.atan2(real);
    }

    /**
     * Whether no imaginary part is more than rounding: at most 1e-5 (float32) or 1e-12 (float64) of the largest
     * magnitude.
     */
    public boolean isReal() {
        if (real.numel() == 0) {
            return true;
        }
        double eps = real.dtype() == DType.float32 ? 1e-5 : 1e-12;
        return imag.abs().max().toDouble() <= eps * abs().max().toDouble();
    }

    /** The element at a place of the first axis, or row of them. */
    public ComplexTensor get(int place) {
        return new ComplexTensor(real.get(place), imag.get(place));
    }

    /** PyTorch's print, such as {@code tensor([0.+1.j, 0.-1.j])}. */
    @Override
    public String toString() {
        Tensor re = real.detach(), im = imag.detach();
        List<String> left = numbers(re), right = numbers(im);
        int width = left.stream().mapToInt(String::length).max().orElse(0);
        int imagWidth = right.stream().mapToInt(String::length).max().orElse(0);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            String sign = right.get(i).startsWith("-") ? "" : "+";
            all.add(" ".repeat(width - left.get(i).length()) + left.get(i) + sign + right.get(i) + "j");
        }
        StringBuilder out = new StringBuilder("tensor(");
        int[] dims = real.shape().toArray();
        if (real.numel() == 0) {
            out.append("[]");
        } else {
            write(out, dims, 0, all, new int[1], Math.max(1, (LINE - 7 - dims.length) / (width + imagWidth + 3)));
        }
        if (real.dtype() == DType.float64) {
            out.append(", dtype=torch.complex128");
        }
        return out.append(')').toString();
    }

    /** The numbers of PyTorch's print of a tensor, without the summary a long one has. */
    private static List<String> numbers(Tensor x) {
        List<String> all = new ArrayList<>();
        int n = x.numel();
        // A stretch whose format is that of the whole: columns are formatted alike, and 1000 numbers are the longest
        // print without "...".
        Tensor flat = x.reshape(n);
        for (int from = 0; from < n; from += 1000) {
            String text = flat.narrow(0, from, Math.min(1000, n - from)).toString();
            Matcher m = NUMBER.matcher(text.substring(text.indexOf('[') + 1, text.indexOf(']')));
            while (m.find()) {
                all.add(m.group());
            }
        }
        return all;
    }

    private static void write(StringBuilder out, int[] dims, int axis, List<String> all, int[] next, int perLine) {
        if (axis == dims.length) {
            out.append(all.get(next[0]++));
            return;
        }
        out.append('[');
        for (int i = 0; i < dims[axis]; i++) {
            boolean last = axis == dims.length - 1;
            if (i > 0 && last) {
                out.append(i % perLine == 0 ? ",\n" + " ".repeat(8 + axis) : ", ");
            }
            if (i > 0 && !last) {
                out.append(',').append("\n".repeat(dims.length - 1 - axis)).append(" ".repeat(8 + axis));
            }
            write(out, dims, axis + 1, all, next, perLine);
        }
        out.append(']');
    }
}

package jacobi.tensor;

import static jacobi.language.Say.say;

import jacobi.operation.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Einstein's sums: {@code einsum("ij,jk->ik", A, B)} multiplies elements whose letters agree and sums over letters
 * missing on the right.
 *
 * <p>Operands are taken in one after the other, as products of stacks of matrices: letters of both that stay are the
 * stack, letters of both that go are summed over, and letters of one alone are its rows or columns.
 */
final class Einsum {
    private final String equation;
    private final String[] labels;
    private final String output;

    private Einsum(String equation, Tensor[] operands) {
        this.equation = equation;
        String text = equation.replace(" ", "");
        int arrow = text.indexOf("->");
        labels = (arrow < 0 ? text : text.substring(0, arrow)).split(",", -1);
        if (labels.length != operands.length) {
            throw error(
                    say("tensor.einsum.names-operands-but-there", "length", labels.length, "length2", operands.length));
        }
        int most = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].contains("...")) {
                most = Math.max(most, operands[i].dim() - (labels[i].length() - 3));
            }
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].contains("...")) {
                labels[i] = labels[i].replace("...", stack(operands[i].dim() - (labels[i].length() - 3)));
            }
        }
        for (String label : labels) {
            for (char c : label.toCharArray()) {
                if (!Character.isLetter(c) && c < '\uE000') {
                    throw error(say("tensor.einsum.no-letter", "c", c));
                }
            }
        }
        output = arrow >= 0 ? text.substring(arrow + 2).replace("...", stack(most)) : stack(most) + lettersOnce();
        for (char c : output.toCharArray()) {
            if (output.indexOf(c) != output.lastIndexOf(c)) {
                throw error(say("tensor.einsum.result-names-twice", "c", c));
            }
            if (String.join("", labels).indexOf(c) < 0) {
                throw error(say("tensor.einsum.result-names-which-no", "c", c));
            }
        }
    }

    /** The axes an ellipsis stands for, as letters of their own, aligned at the last. */
    private String stack(int axes) {
        if (axes < 0) {
            throw error(say("tensor.einsum.names-more-axes-than"));
        }
        StringBuilder s = new StringBuilder();
        for (int i = axes - 1; i >= 0; i--) {
            s.append((char) ('\uE000' + i));
        }
        return s.toString();
    }

    private String lettersOnce() {
        String all = String.join("", labels);
        StringBuilder once = new StringBuilder();
        all.chars()
                .sorted()
                .distinct()
                .filter(c -> c < '\uE000' && all.indexOf(c) == all.lastIndexOf(c))
                .forEach(c -> once.append((char) c));
        return once.toString();
    }

    /**
     * Einstein's sum: {@code einsum("ij,jk->ik", A, B)} multiplies elements whose letters agree and sums over letters
     * missing on the right.
     */
    @Op(value = "einsum", method = false)
    static Tensor of(String equation, Tensor... operands) {
        if (operands.length == 0) {
            throw new IllegalArgumentException(say("tensor.einsum.needs-at-least-one"));
        }
        return new Einsum(equation, operands).sum(operands);
    }

    private Tensor sum(Tensor[] operands) {
        Tensor result = null;
        String have = "";
        for (int i = 0; i < operands.length; i++) {
            StringBuilder label = new StringBuilder(labels[i]);
            Tensor x = diagonals(operands[i], label);
            String needed = output + String.join("", List.of(labels).subList(i + 1, labels.length));
            if (result == null) {
                result = x;
                have = label.toString();
            } else {
                StringBuilder joined = new StringBuilder();
                result = multiply(result, have, x, label.toString(), needed, joined);
                have = joined.toString();
            }
            for (int k = have.length() - 1; k >= 0; k--) {
                if (needed.indexOf(have.charAt(k)) >= 0) {
                    continue;
                }
                result = result.sum(k);
                have = have.substring(0, k) + have.substring(k + 1);
            }
        }
        return arrange(result, have, output);
    }

    /** One axis for each letter: an axis named twice becomes its diagonal. */
    private Tensor diagonals(Tensor x, StringBuilder label) {
        if (label.length() != x.dim()) {
            throw error(
                    say("tensor.einsum.names-axes-operand-shape", "label", label.length(), "shape", x.shape.text()));
        }
        for (int i = 0; i < label.length(); i++) {
            int again = label.indexOf(String.valueOf(label.charAt(i)), i + 1);
            if (again < 0) {
                continue;
            }
            if (x.size(i) != x.size(again)) {
                throw error(say(
                        "tensor.einsum.diagonal-axes-needs-equal", "i", i, "again", again, "shape", x.shape.text()));
            }
            char c = label.charAt(i);
            x = x.diagonal(0, i, again);
            label.deleteCharAt(again).deleteCharAt(i).append(c);
            i = -1;
        }
        return x;
    }

    private Tensor multiply(Tensor a, String la, Tensor b, String lb, String needed, StringBuilder joined) {
        StringBuilder stack = new StringBuilder(),
                summed = new StringBuilder(),
                left = new StringBuilder(),
                right = new StringBuilder();
        for (char c : la.toCharArray()) {
            if (lb.indexOf(c) < 0) {
                left.append(c);
            } else if (needed.indexOf(c) < 0 && a.size(la.indexOf(c)) == b.size(lb.indexOf(c))) {
                summed.append(c);
            } else {
                stack.append(c);
            }
        }
        for (char c : lb.toCharArray()) {
            if (la.indexOf(c) < 0) {
                right.append(c);
            }
        }
        int[] batch = new int[stack.length()];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = length(stack.charAt(i), a, la, b, lb);
        }
        Tensor p = grouped(a, la, stack, batch, left, summed), q = grouped(b, lb, stack, batch, summed, right);
        Tensor y = p.bmm(q);
        List<Integer> dims = new ArrayList<>();
        for (int d : batch) {
            dims.add(d);
        }
        for (char c : left.toString().toCharArray()) {
            dims.add(a.size(la.indexOf(c)));
        }
        for (char c : right.toString().toCharArray()) {
            dims.add(b.size(lb.indexOf(c)));
        }
        joined.append(stack).append(left).append(right);
        return y.reshape(dims.stream().mapToInt(Integer::intValue).toArray());
    }

    private int length(char c, Tensor a, String la, Tensor b, String lb) {
        int p = a.size(la.indexOf(c)), q = b.size(lb.indexOf(c));
        if (p != q && p != 1 && q != 1) {
            throw error(say("tensor.einsum.letter-one-operand-another", "c", c, "p", p, "q", q));
        }
        return Math.max(p, q) == 1 ? 1 : p == 1 ? q : p;
    }

    /**
     * An operand as a stack of matrices: stack letters, then those of rows, then those of columns, each made one axis.
     */
    private Tensor grouped(
            Tensor x, String label, CharSequence stack, int[] batch, CharSequence rows, CharSequence columns) {
        Tensor y = arrange(x, label, "" + stack + rows + columns);
        int[] dims = y.shape.toArray();
        System.arraycopy(batch, 0, dims, 0, batch.length);
        y = y.expand(dims);
        int n = Shape.of(batch).numel(), r = 1, c = 1;
        for (int i = 0; i < rows.length(); i++) {
            r *= dims[batch.length + i];
        }
        for (int i = 0; i < columns.length(); i++) {
            c *= dims[batch.length + rows.length() + i];
        }
        return y.reshape(n, r, c);
    }

    private Tensor arrange(Tensor x, String from, String to) {
        int[] order = new int[to.length()];
        for (int i = 0; i < order.length; i++) {
            order[i] = from.indexOf(to.charAt(i));
        }
        return from.equals(to) ? x : x.permute(order);
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("einsum(\"" + equation + "\"): " + what);
    }
}

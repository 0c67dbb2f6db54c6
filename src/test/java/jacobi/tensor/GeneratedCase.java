package jacobi.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** One generated call: its inputs made anew, the call made, and the outcome held against the recorded one. */
final class GeneratedCase {
    /** Most elements of a result that are recorded; of longer ones every second, third … */
    private static final int LIMIT = 24;

    private final String mode;
    private final String call;
    private final String[] specs;
    private final String recorded;

    GeneratedCase(String mode, String call, String specs, String recorded) {
        this.mode = mode;
        this.call = call;
        this.specs = specs.split(";");
        this.recorded = recorded;
    }

    /** What differs, or null. */
    String difference() {
        List<Object> outcome;
        try {
            outcome = outcome();
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException
                | UnsupportedOperationException e) {
            return recorded.equals("E") ? null : "error: " + e.getMessage();
        } catch (RuntimeException | Error e) {
            return "failure: " + e;
        }
        KnownDifferences known = new KnownDifferences(mode, call, specs);
        if (recorded.equals("E")) {
            return known.computed() ? null : "no error: " + outcome;
        }
        String[] parts = recorded.split("; ", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean derivative = i > 0 || mode.equals("h");
            String d = different(i < outcome.size() ? outcome.get(i) : null, parts[i], derivative);
            if (GeneratedOutcome.SIGN_OF_ZERO.equals(d) ? !known.signOfZero() : d != null && !known.explained(i)) {
                return "part " + i + ": " + d;
            }
        }
        return null;
    }

    private String different(Object found, String expected, boolean derivative) {
        if (found instanceof String text) {
            return text.equals(expected) ? null : "printed " + text;
        }
        Tensor x = (Tensor) found;
        // PyTorch has no gradient where ours is 0, or is not recorded as it cannot change.
        if (expected.equals("X") || expected.equals("N")) {
            return x == null || x.eq(0).all().isTrue() ? null : "a gradient: " + x;
        }
        return x == null ? "no gradient" : GeneratedOutcome.difference(x, expected, derivative, LIMIT);
    }

    private List<Object> outcome() {
        List<Tensor> leaves = new ArrayList<>(), views = new ArrayList<>();
        boolean wants = "ghjr".contains(mode), inPlace = "ij".contains(mode);
        Tensor target = null;
        for (String spec : specs) {
            GeneratedInput input = new GeneratedInput(spec);
            Tensor base = input.base();
            if (wants && base.dtype().isFloatingPoint()) {
                leaves.add(base.requiresGrad_());
            }
            if (inPlace && target == null) {
                base = target = mode.equals("j") ? base.mul(1) : base;
            }
            views.add(input.view(base));
        }
        Tensor y = GeneratedCall.of(call, views.toArray(new Tensor[0]));
        List<Object> found = new ArrayList<>();
        if ("sr".contains(mode)) {
            CRC32 crc = new CRC32();
            crc.update(y.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            found.add(String.format("%08x", crc.getValue()));
            return found;
        }
        if (inPlace) {
            y = target;
        }
        if (mode.equals("h")) {
            Tensor g = Autograd.grad(List.of(y), leaves.subList(0, 1), List.of(weights(y, 77)), true, true, true)
                    .get(0);
            if (g == null) {
                return found;
            }
            found.add(g);
            if (g.requiresGrad()) {
                found.add(Autograd.grad(List.of(g), leaves.subList(0, 1), List.of(weights(g, 78)), false, false, true)
                        .get(0));
            }
            return found;
        }
        found.add(y);
        if (wants && y.requiresGrad()) {
            y.backward(weights(y, 77));
            for (Tensor leaf : leaves) {
                found.add(leaf.grad());
            }
        }
        return found;
    }

    private static Tensor weights(Tensor y, int seed) {
        GeneratedInput draws = new GeneratedInput("float64  c p " + seed);
        Tensor w = Tensor.empty(DType.float64, y.shape());
        for (int i = 0; i < w.numel(); i++) {
            w.storage.setDouble(i, draws.number());
        }
        return w.to(y.dtype());
    }
}

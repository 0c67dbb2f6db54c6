package jacobi.repl.magic;

import static jacobi.language.Say.say;

import jacobi.repl.Evaluation;
import jacobi.source.Part;
import jacobi.source.Splitter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code %time} and {@code %timeit}. */
final class Timing {
    private static final int SAMPLES = 7;
    private static final long SAMPLE_NANOS = 100_000_000;
    private static final long MOST_RUNS = 1L << 24;

    private final Host host;
    private final Pieces pieces;

    Timing(Host host, Pieces pieces) {
        this.host = host;
        this.pieces = pieces;
    }

    /** Runs once, and says how long it took; its compilation is not counted. */
    Evaluation time(Magic.Call call) throws MagicException {
        required(call, "%time");
        Stopwatch watch = new Stopwatch();
        Stopwatch outer = host.stopwatch(watch);
        Evaluation evaluation;
        long cpu;
        long wall;
        try {
            evaluation = pieces.run(call.code(), call.origin());
        } finally {
            cpu = watch.cpu();
            wall = watch.wall();
            host.stopwatch(outer);
        }
        if (!(evaluation instanceof Evaluation.Failure)) {
            System.out.println(
                    cpu < 0
                            ? say("magic.timing.wall-time", "nanos", nanos(wall))
                            : say("magic.timing.cpu-time-wall-time", "nanos", nanos(cpu), "nanos2", nanos(wall)));
        }
        return evaluation;
    }

    /** Runs many times, compiled once, and says how long one run takes. */
    Evaluation timeit(Magic.Call call) throws MagicException {
        required(call, "%timeit");
        Evaluation declared = declare(call);
        if (declared instanceof Evaluation.Failure) {
            return declared;
        }
        long runs = 1;
        long taken = 0;
        while (runs < MOST_RUNS) {
            Evaluation trial = host.evaluate("$timeit(" + runs + "L)", CodeOrigin.ofCell(0));
            if (!(trial instanceof Evaluation.Value value)) {
                return trial;
            }
            taken = (Long) value.value();
            if (taken >= SAMPLE_NANOS) {
                break;
            }
            runs = Math.max(runs * 2, Math.min(runs * 10, runs * SAMPLE_NANOS / Math.max(1, taken)));
        }
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            Evaluation sample = host.evaluate("$timeit(" + runs + "L)", CodeOrigin.ofCell(0));
            if (!(sample instanceof Evaluation.Value value)) {
                return sample;
            }
            samples[i] = (Long) value.value() / (double) runs;
        }
        double mean = Arrays.stream(samples).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(samples)
                .map(s -> (s - mean) * (s - mean))
                .average()
                .orElseThrow());
        Sink.clear();
        System.out.println(say(
                "magic.timing.per-run-mean-std",
                "nanos",
                nanos(mean),
                "nanos2",
                nanos(spread),
                "samples",
                SAMPLES,
                "runs",
                String.format(Locale.ROOT, "%,d", runs)));
        return new Evaluation.Done();
    }

    /** Makes a method of the code, so that the just-in-time compiler sees what a method of a program would be. */
    private Evaluation declare(Magic.Call call) {
        String code = call.code().stripTrailing();
        List<Part> parts = Splitter.split(code);
        String kept = null;
        if (parts.get(parts.size() - 1) instanceof Part.Value value) {
            kept = code.substring(0, value.start()) + "jacobi.repl.magic.Sink.take(" + code.substring(value.start())
                    + ");";
        }
        Evaluation declared = kept == null ? null : host.evaluate(method(kept), call.origin());
        // What has no value cannot be kept, and only runs.
        return declared == null || declared instanceof Evaluation.Failure
                ? host.evaluate(method(code.endsWith(";") || code.endsWith("}") ? code : code + ";"), call.origin())
                : declared;
    }

    private static String method(String body) {
        return "long $timeit(long $runs) throws Throwable { long $start = System.nanoTime();"
                + " for (long $run = 0; $run < $runs; $run++) { " + body + "\n} return System.nanoTime() - $start; }";
    }

    private static void required(Magic.Call call, String name) throws MagicException {
        if (Splitter.split(call.code()).isEmpty()) {
            throw new MagicException(say("magic.timing.write-code-after-math", "name", name));
        }
    }

    private static String nanos(double nanos) {
        if (nanos == 0) {
            return "0 ns";
        }
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.3g ns", nanos);
        }
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.3g µs", nanos / 1e3);
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.3g s", nanos / 1e9);
    }
}

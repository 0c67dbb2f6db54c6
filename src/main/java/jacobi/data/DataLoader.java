package jacobi.data;

import static jacobi.language.Say.say;

import jacobi.operation.Default;
import jacobi.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A data set in batches: {@code for (var (X, y) : loader)}. Each pass over it is a new one, shuffled anew by the
 * standard generator, so that after the same {@code manualSeed} the same batches come.
 */
public final class DataLoader implements Iterable<Tensor[]> {
    private final Dataset dataset;
    private final int batchSize;
    private final Sampler sampler;
    private final boolean dropLast;
    private final int numWorkers;
    private final Function<List<Tensor[]>, Tensor[]> collate;

    /** Batches in order. */
    public DataLoader(Dataset dataset, int batchSize) {
        this(dataset, batchSize, false);
    }

    /** Batches in order or shuffled. */
    public DataLoader(Dataset dataset, int batchSize, boolean shuffle) {
        this(dataset, batchSize, shuffle, null, 0, null, false);
    }

    /**
     * With all settings.
     *
     * @param batchSize how many examples a batch has
     * @param shuffle whether the order is random, another one in each pass
     * @param sampler the order, or null
     * @param numWorkers how many batches are made in the background while one is used; they come in order all the same,
     *     but random transforms then draw in any order
     * @param collate what makes a batch of examples, or null for stacking them
     * @param dropLast whether a last batch that is smaller is left out
     */
    public DataLoader(
            Dataset dataset,
            @Default("1") int batchSize,
            @Default("false") boolean shuffle,
            @Default("null") Sampler sampler,
            @Default("0") int numWorkers,
            @Default("null") Function<List<Tensor[]>, Tensor[]> collate,
            @Default("false") boolean dropLast) {
        if (batchSize < 1) {
            throw new IllegalArgumentException(say("data.loader.batch-size", "found", batchSize));
        }
        if (shuffle && sampler != null) {
            throw new IllegalArgumentException(say("data.loader.sampler-and-shuffle"));
        }
        this.dataset = dataset;
        this.batchSize = batchSize;
        this.sampler =
                sampler != null ? sampler : shuffle ? new RandomSampler(dataset) : new SequentialSampler(dataset);
        this.numWorkers = numWorkers;
        this.collate = collate;
        this.dropLast = dropLast;
    }

    /** The data set. */
    public Dataset dataset() {
        return dataset;
    }

    /** How many examples a batch has. */
    public int batchSize() {
        return batchSize;
    }

    /** How many batches a pass over all examples has. */
    public int length() {
        int n = dataset.length();
        return dropLast ? n / batchSize : (n + batchSize - 1) / batchSize;
    }

    /** As {@link #length()}. */
    public int size() {
        return length();
    }

    private Tensor[] batch(int[] indices) {
        if (collate == null) {
            return dataset.batch(indices);
        }
        List<Tensor[]> examples = new ArrayList<>();
        for (int index : indices) {
            examples.add(dataset.get(index));
        }
        return collate.apply(examples);
    }

    @Override
    public Iterator<Tensor[]> iterator() {
        int[] order = sampler.order();
        int count = dropLast ? order.length / batchSize : (order.length + batchSize - 1) / batchSize;
        return new Iterator<>() {
            private int next;
            private int begun;
            private final Deque<CompletableFuture<Tensor[]>> coming = new ArrayDeque<>();

            @Override
            public boolean hasNext() {
                return next < count;
            }

            private int[] indices(int batch) {
                return Arrays.copyOfRange(order, batch * batchSize, Math.min(order.length, (batch + 1) * batchSize));
            }

            @Override
            public Tensor[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException(say("data.loader.ended", "count", count));
                }
                if (numWorkers == 0) {
                    return batch(indices(next++));
                }
                for (; begun < count && begun <= next + numWorkers; begun++) {
                    int[] indices = indices(begun);
                    coming.add(CompletableFuture.supplyAsync(() -> batch(indices)));
                }
                next++;
                try {
                    return coming.remove().join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : e;
                }
            }
        };
    }
}

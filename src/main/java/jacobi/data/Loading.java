package jacobi.data;

import static jacobi.language.Say.say;
import static jacobi.tensor.Tensors.randperm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Words for data sets and loaders, as Python and {@code torch.utils.data} have them. */
public final class Loading {
    private Loading() {}

    /** The elements of something one by one: {@code var (X, y) = next(iter(loader))}. */
    public static <T> Iterator<T> iter(Iterable<T> values) {
        return values.iterator();
    }

    /** The next element. */
    public static <T> T next(Iterator<T> values) {
        return values.next();
    }

    /** The examples of a set shared out at random into sets of the lengths given, which add up to all. */
    public static List<Subset> randomSplit(Dataset dataset, int... lengths) {
        int all = Arrays.stream(lengths).sum();
        if (all != dataset.length()) {
            throw new IllegalArgumentException(say(
                    "data.random-split.lengths",
                    "lengths",
                    Arrays.toString(lengths),
                    "sum",
                    all,
                    "all",
                    dataset.length()));
        }
        int[] order = randperm(all).toIntArray();
        List<Subset> parts = new ArrayList<>();
        int at = 0;
        for (int length : lengths) {
            parts.add(new Subset(dataset, Arrays.copyOfRange(order, at, at += length)));
        }
        return parts;
    }
}

package jacobi.data;

/** Batches to learn from and batches to test, and the vocabulary. */
public record TextLoaders(DataLoader trainIter, DataLoader testIter, Vocab vocab) {}

package jacobi.data;

/** Batches of words among others, and the vocabulary. */
public record WordLoader(DataLoader iter, Vocab vocab) {}

package jacobi.data;

/** Batches of a text, and its vocabulary. */
public record TextLoader(SeqDataLoader iter, Vocab vocab) {}

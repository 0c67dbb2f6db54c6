package jacobi.data;

/** Batches of source, its lengths, target, its lengths; and the vocabularies. */
public record TranslationLoader(DataLoader iter, Vocab srcVocab, Vocab tgtVocab) {}

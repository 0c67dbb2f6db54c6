package jacobi.data;

import jacobi.tensor.Tensor;

/** Sentences as numbers (sentences, steps), padded, and how long each is. */
public record PaddedText(Tensor array, Tensor validLen) {}

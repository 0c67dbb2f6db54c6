package jacobi.learning;

import jacobi.data.DataLoader;

/** Batches to learn from and batches to test. */
public record Loaders(DataLoader train, DataLoader test) {}

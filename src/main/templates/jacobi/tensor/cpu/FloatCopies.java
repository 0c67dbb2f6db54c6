// for float, double:
package jacobi.tensor.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies of every second number, as convolutions that move by two need them: for lines of 14 a third of the time of
 * loops over single numbers. Vectors of half the width would suit short lines better, but where vectors of more than
 * one width are in use, {@link FloatTile} takes twice as long.
 */
final class FloatCopies {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    /** The even places of a vector, twice; its first half, each number twice, and its second half. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(LANES, i -> 2 * i % L),
            FIRST = VectorShuffle.fromOp(LANES, i -> i / 2),
            SECOND = VectorShuffle.fromOp(LANES, i -> L / 2 + i / 2);

    /**
     * As many numbers that are 0 as a vector has, then ones; and twice as many of which every second is 1, then zeros.
     * Comparing a vector of them makes a mask in a register; one made of bits takes as long as five lines.
     */
    private static final float[] STEP = new float[2 * L], COMB = new float[4 * L];

    static {
        for (int i = 0; i < L; i++) {
            STEP[L + i] = COMB[2 * i] = 1;
        }
    }

    private static final VectorMask<Float> LAST = VectorMask.fromLong(LANES, -1L << L / 2);

    /** Length of a line from which on this pays. */
    static final int LEAST = 4;

    private FloatCopies() {}

    /**
     * Copies the even places of lines, {@code length} numbers of each, to lie beside each other. What lies after a
     * copied line, up to a vector from where it begins, becomes 0.
     *
     * @return how many lines it has copied, from the first on: not those too near the end of {@code x}
     */
    static int gather(int lines, int length, float[] x, int at, int row, float[] out, int outAt, int outRow) {
        int some = before(x.length - at, row, 2 * Math.max(length, L), lines);
        VectorMask<Float> after =
                FloatVector.fromArray(LANES, STEP, L - Math.min(length, L)).compare(VectorOperators.NE, 0);
        // The last vector of a longer line overlaps the one before.
        for (int j = 0, done = 0; done < length; j = Math.min(done, length - L)) {
            done = j + L;
            for (int i = 0, from = at + 2 * j, to = outAt + j; i < some; i++, from += row, to += outRow) {
                FloatVector a = FloatVector.fromArray(LANES, x, from);
                FloatVector b = FloatVector.fromArray(LANES, x, from + L);
                a.rearrange(EVEN).blend(b.rearrange(EVEN), LAST).blend(0, after).intoArray(out, to);
            }
        }
        return some;
    }

    /**
     * Copies lines of {@code length} numbers to the even places of others, and nothing else.
     *
     * @return how many lines it has copied, from the first on: not those near the end of the last, for what follows it
     * may be another thread's
     */
    static int spread(int lines, int length, float[] x, int at, int row, float[] out, int outAt, int outRow) {
        int reach = Math.max(length, L), some = before(x.length - at, row, reach, lines);
        some = before((lines - 1) * outRow + 2 * length - 1, outRow, 2 * reach, some);
        int comb = 2 * (L - Math.min(length, L));
        VectorMask<Float> first = FloatVector.fromArray(LANES, COMB, comb).compare(VectorOperators.NE, 0);
        VectorMask<Float> second = FloatVector.fromArray(LANES, COMB, comb + L).compare(VectorOperators.NE, 0);
        for (int j = 0, done = 0; done < length; j = Math.min(done, length - L)) {
            done = j + L;
            for (int i = 0, from = at + j, to = outAt + 2 * j; i < some; i++, from += row, to += outRow) {
                FloatVector a = FloatVector.fromArray(LANES, x, from);
                FloatVector b = FloatVector.fromArray(LANES, out, to);
                FloatVector c = FloatVector.fromArray(LANES, out, to + L);
                b.blend(a.rearrange(FIRST), first).intoArray(out, to);
                c.blend(a.rearrange(SECOND), second).intoArray(out, to + L);
            }
        }
        return some;
    }

    /** How many of some lines, {@code row} apart, are followed by {@code reach} numbers, of {@code n}. */
    private static int before(int n, int row, int reach, int lines) {
        return n < reach ? 0 : Math.min(lines, (n - reach) / row + 1);
    }
}

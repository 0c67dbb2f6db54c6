package jacobi.tensor.cpu;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums and bounds of whole numbers and truth values on vectors of the processor; {@link WholeNumbers} calls them. */
final class WholeNumberLanes {
    private static final VectorSpecies<Long> LANES = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> TRUTHS = ByteVector.SPECIES_PREFERRED;

    private WholeNumberLanes() {}

    static long sum(long[] x, int at, int n) {
        LongVector s0 = LongVector.zero(LANES), s1 = s0, s2 = s0, s3 = s0;
        int w = LANES.length(), i = at, end = at + n;
        for (; i + 4 * w <= end; i += 4 * w) {
            s0 = s0.add(LongVector.fromArray(LANES, x, i));
            s1 = s1.add(LongVector.fromArray(LANES, x, i + w));
            s2 = s2.add(LongVector.fromArray(LANES, x, i + 2 * w));
            s3 = s3.add(LongVector.fromArray(LANES, x, i + 3 * w));
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD) + WholeNumbers.plainSum(x, i, end - i);
    }

    static int count(boolean[] x, int at, int n) {
        int count = 0, w = TRUTHS.length(), i = at, end = at + n;
        for (; i + w <= end; i += w) {
            count += VectorMask.fromArray(TRUTHS, x, i).trueCount();
        }
        return count + WholeNumbers.plainCount(x, i, end - i);
    }

    static long outside(int length, long[] x, int at, int n) {
        LongVector sign = LongVector.zero(LANES), most = LongVector.broadcast(LANES, length - 1L);
        int w = LANES.length(), i = at, end = at + n;
        for (; i + w <= end; i += w) {
            LongVector v = LongVector.fromArray(LANES, x, i);
            sign = sign.or(v).or(most.sub(v));
        }
        return sign.reduceLanes(VectorOperators.OR) | WholeNumbers.plainOutside(length, x, i, end - i);
    }
}

package jacobi.calculus;

import java.util.Random;

/** Random formulas in x: sums, products, quotients, powers and functions, up to a depth. */
final class RandomExpressions {
    private final Random random;

    RandomExpressions(long seed) {
        random = new Random(seed);
    }

    Expression next(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0
                    ? Expression.of(random.nextInt(9) - 4)
                    : random.nextInt(6) == 0 ? Expression.of(random.nextInt(40) / 8.0) : Calculus.variable("x");
        }
        Expression a = next(depth - 1);
        return switch (random.nextInt(14)) {
            case 0, 1 -> a.add(next(depth - 1));
            case 2 -> a.sub(next(depth - 1));
            case 3, 4 -> a.mul(next(depth - 1));
            case 5 -> a.div(next(depth - 1));
            case 6 -> a.pow(random.nextInt(4) - 1);
            case 7 -> a.exp();
            case 8 -> a.log();
            case 9 -> a.sin();
            case 10 -> a.cos();
            case 11 -> a.sqrt();
            case 12 -> a.tan();
            default -> a.abs().pow(next(depth - 1));
        };
    }
}

package jacobi.calculus;

import jacobi.calculus.Expression.Apply;
import jacobi.calculus.Expression.Constant;
import jacobi.calculus.Expression.Max;
import jacobi.calculus.Expression.Named;
import jacobi.calculus.Expression.Power;
import jacobi.calculus.Expression.Product;
import jacobi.calculus.Expression.Sum;
import jacobi.calculus.Expression.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings an expression into a shorter form of the same value: from the inside out, like terms of sums and like bases of
 * products are collected, numbers computed exactly, functions taken at the arguments where their values are known.
 */
final class Simplifier {
    /** Beyond this, powers of numbers stay powers. */
    private static final int LARGEST_POWER = 64;

    private Simplifier() {}

    static Expression simplify(Expression e) {
        if (e instanceof Sum sum) {
            return sum(sum.terms().stream().map(Simplifier::simplify).toList());
        } else if (e instanceof Product product) {
            return product(product.factors().stream().map(Simplifier::simplify).toList());
        } else if (e instanceof Power power) {
            return power(simplify(power.base()), simplify(power.exponent()));
        } else if (e instanceof Apply apply) {
            return apply(apply.function(), simplify(apply.argument()));
        } else if (e instanceof Max max) {
            Expression first = simplify(max.first());
            Expression second = simplify(max.second());
            return first.equals(second) ? first : new Max(first, second);
        }
        return e;
    }

    private static Expression constant(Rational number) {
        return new Constant(number);
    }

    private static Expression sum(List<Expression> terms) {
        Map<Expression, Rational> like = new LinkedHashMap<>();
        collect(terms, like);
        List<Expression> result = new ArrayList<>();
        like.forEach((rest, coefficient) -> {
            if (!coefficient.isZero()) {
                result.add(scaled(coefficient, rest));
            }
        });
        if (result.isEmpty()) {
            return constant(Rational.ZERO);
        }
        result.sort(Comparator.comparingDouble(Simplifier::degree).reversed());
        return result.size() == 1 ? result.get(0) : new Sum(List.copyOf(result));
    }

    private static void collect(List<Expression> terms, Map<Expression, Rational> like) {
        for (Expression term : terms) {
            if (term instanceof Sum inner) {
                collect(inner.terms(), like);
            } else {
                Rational coefficient = coefficient(term);
                like.merge(rest(term), coefficient, Rational::plus);
            }
        }
    }

    private static Rational coefficient(Expression term) {
        if (term instanceof Constant c) {
            return c.number();
        }
        return term instanceof Product p && p.factors().get(0) instanceof Constant c ? c.number() : Rational.ONE;
    }

    /** A term without its coefficient; 1 for a number. */
    private static Expression rest(Expression term) {
        if (term instanceof Constant) {
            return constant(Rational.ONE);
        } else if (term instanceof Product p && p.factors().get(0) instanceof Constant) {
            List<Expression> others = p.factors().subList(1, p.factors().size());
            return others.size() == 1 ? others.get(0) : new Product(List.copyOf(others));
        }
        return term;
    }

    private static Expression scaled(Rational coefficient, Expression rest) {
        if (rest instanceof Constant c) {
            return constant(coefficient.times(c.number()));
        } else if (coefficient.isOne()) {
            return rest;
        }
        List<Expression> factors = new ArrayList<>();
        factors.add(constant(coefficient));
        factors.addAll(rest instanceof Product p ? p.factors() : List.of(rest));
        return new Product(List.copyOf(factors));
    }

    /** For the order of terms: powers of variables from high to low, then the rest, numbers last. */
    private static double degree(Expression e) {
        if (e instanceof Constant) {
            return -1e9;
        } else if (e instanceof Variable) {
            return 1;
        } else if (e instanceof Power p && p.exponent() instanceof Constant c) {
            return degree(p.base()) * c.number().toDouble();
        } else if (e instanceof Product p) {
            return p.factors().stream()
                    .filter(f -> !(f instanceof Constant))
                    .mapToDouble(Simplifier::degree)
                    .sum();
        }
        return 0;
    }

    private static Expression product(List<Expression> factors) {
        Powers powers = new Powers();
        factors.forEach(powers::multiply);
        if (powers.coefficient.isZero()) {
            return constant(Rational.ZERO);
        }
        List<Expression> result = powers.factors();
        Rational coefficient = powers.coefficient;
        for (Expression factor : List.copyOf(result)) {
            // A number that a power turned out to be.
            if (factor instanceof Constant c) {
                coefficient = coefficient.times(c.number());
                result.remove(factor);
            }
        }
        if (result.isEmpty()) {
            return constant(coefficient);
        }
        return scaled(coefficient, result.size() == 1 ? result.get(0) : new Product(List.copyOf(result)));
    }

    /** The factors of a product as powers: a number, then each base with its exponents added up. */
    private static final class Powers {
        private Rational coefficient = Rational.ONE;
        private final Map<Expression, Expression> exponents = new LinkedHashMap<>();
        private Expression exponential;

        void multiply(Expression factor) {
            if (factor instanceof Constant c) {
                coefficient = coefficient.times(c.number());
            } else if (factor instanceof Product p) {
                p.factors().forEach(this::multiply);
            } else if (factor instanceof Apply a && a.function() == Elementary.EXP) {
                exponential = exponential == null ? a.argument() : sum(List.of(exponential, a.argument()));
            } else if (factor instanceof Apply a && a.function() == Elementary.SQRT) {
                raise(a.argument(), constant(Rational.HALF));
            } else if (factor instanceof Power p) {
                raise(p.base(), p.exponent());
            } else {
                raise(factor, constant(Rational.ONE));
            }
        }

        private void raise(Expression base, Expression exponent) {
            exponents.merge(base, exponent, (a, b) -> sum(List.of(a, b)));
        }

        List<Expression> factors() {
            List<Expression> factors = new ArrayList<>();
            exponents.forEach((base, exponent) -> {
                Expression power = power(base, exponent);
                if (!(power instanceof Constant c && c.number().isOne())) {
                    factors.add(power);
                }
            });
            if (exponential != null) {
                Expression power = apply(Elementary.EXP, exponential);
                if (!(power instanceof Constant c && c.number().isOne())) {
                    factors.add(power);
                }
            }
            // Variables first, then functions, sums last, so that products read as one writes them.
            factors.sort(Comparator.comparingInt(Simplifier::rank));
            return factors;
        }
    }

    private static int rank(Expression e) {
        Expression base = e instanceof Power p ? p.base() : e;
        if (base instanceof Constant || base instanceof Named) {
            return 0;
        } else if (base instanceof Variable) {
            return 1;
        }
        return base instanceof Sum ? 3 : 2;
    }

    private static Expression power(Expression base, Expression exponent) {
        if (exponent instanceof Constant c) {
            return power(base, c.number());
        } else if (base instanceof Constant c && c.number().isOne()) {
            return base;
        } else if (base.equals(Named.E)) {
            return apply(Elementary.EXP, exponent);
        }
        return new Power(base, exponent);
    }

    private static Expression power(Expression base, Rational n) {
        if (n.isZero()) {
            return constant(Rational.ONE);
        } else if (n.isOne()) {
            return base;
        } else if (base instanceof Constant c) {
            return power(c.number(), n);
        } else if (n.equals(Rational.HALF)) {
            return new Apply(Elementary.SQRT, base);
        } else if (!n.isInteger()) {
            return new Power(base, constant(n));
        } else if (base instanceof Power p && p.exponent() instanceof Constant c) {
            // Only a whole outer exponent may be multiplied in: (x^2)^(1/2) is |x|, not x.
            return power(p.base(), c.number().times(n));
        } else if (base instanceof Apply a && a.function() == Elementary.SQRT) {
            return power(a.argument(), n.times(Rational.HALF));
        } else if (base instanceof Apply a && a.function() == Elementary.EXP) {
            return apply(Elementary.EXP, product(List.of(constant(n), a.argument())));
        } else if (base instanceof Product p) {
            return product(p.factors().stream().map(f -> power(f, n)).toList());
        }
        return new Power(base, constant(n));
    }

    private static Expression power(Rational base, Rational n) {
        Expression kept = n.equals(Rational.HALF)
                ? new Apply(Elementary.SQRT, constant(base))
                : new Power(constant(base), constant(n));
        if (n.isInteger()) {
            boolean small = n.numerator().abs().compareTo(BigInteger.valueOf(LARGEST_POWER)) <= 0;
            return small && !(base.isZero() && n.signum() < 0)
                    ? constant(base.power(n.numerator().intValue()))
                    : kept;
        } else if (base.signum() >= 0 && n.denominator().equals(BigInteger.TWO)) {
            BigInteger top = base.numerator().sqrt();
            BigInteger bottom = base.denominator().sqrt();
            if (top.multiply(top).equals(base.numerator())
                    && bottom.multiply(bottom).equals(base.denominator())) {
                return power(new Rational(top, bottom), new Rational(n.numerator(), BigInteger.ONE));
            }
        }
        return kept;
    }

    private static Expression apply(Elementary function, Expression u) {
        Rational number = u instanceof Constant c ? c.number() : null;
        boolean zero = number != null && number.isZero();
        boolean one = number != null && number.isOne();
        Expression known = switch (function) {
            case EXP -> zero ? constant(Rational.ONE) : one ? Named.E : inverse(u, Elementary.LOG);
            case LOG ->
                one ? constant(Rational.ZERO) : u.equals(Named.E) ? constant(Rational.ONE) : inverse(u, Elementary.EXP);
            case SIN, TAN -> zero ? u : null;
            case COS -> zero ? constant(Rational.ONE) : null;
            case SQRT -> number != null ? power(number, Rational.HALF) : null;
            case ABS -> number != null ? constant(number.signum() < 0 ? number.negated() : number) : null;
            case RELU -> number != null ? constant(number.signum() > 0 ? number : Rational.ZERO) : null;
            case SIGN -> number != null ? constant(Rational.of(number.signum())) : null;
            case STEP -> number != null ? constant(Rational.of(number.signum() > 0 ? 1 : 0)) : null;
        };
        return known != null ? known : new Apply(function, u);
    }

    private static Expression inverse(Expression u, Elementary of) {
        return u instanceof Apply a && a.function() == of ? a.argument() : null;
    }
}

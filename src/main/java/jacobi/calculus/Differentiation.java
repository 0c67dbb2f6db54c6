package jacobi.calculus;

import java.util.ArrayList;
import java.util.List;

/** The rules of differentiation, one for each kind of expression; what they give is not simplified. */
final class Differentiation {
    private Differentiation() {}

    static Expression of(Expression e, String x) {
        if (!e.variables().contains(x)) {
            return Expression.of(0);
        } else if (e instanceof Expression.Sum sum) {
            return new Expression.Sum(
                    sum.terms().stream().map(term -> of(term, x)).toList());
        } else if (e instanceof Expression.Product product) {
            return product(product.factors(), x);
        } else if (e instanceof Expression.Power power) {
            return power(power.base(), power.exponent(), x);
        } else if (e instanceof Expression.Apply apply) {
            return apply.function().derivative(apply.argument()).mul(of(apply.argument(), x));
        } else if (e instanceof Expression.Max max) {
            return max(max.first(), max.second(), x);
        }
        return Expression.of(1);
    }

    /** Product rule: each factor in turn is differentiated, the others stay. */
    private static Expression product(List<Expression> factors, String x) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            List<Expression> changed = new ArrayList<>(factors);
            changed.set(i, of(factors.get(i), x));
            terms.add(new Expression.Product(changed));
        }
        return new Expression.Sum(terms);
    }

    private static Expression power(Expression u, Expression v, String x) {
        if (!v.variables().contains(x)) {
            return v.mul(u.pow(v.sub(1))).mul(of(u, x));
        }
        if (u instanceof Expression.Constant c && c.number().isZero()) {
            // 0^v is 0 wherever it has a slope.
            return Expression.of(0);
        }
        // u^v = exp(v log u).
        return u.pow(v).mul(of(v, x).mul(u.log()).add(v.mul(of(u, x)).div(u)));
    }

    /** The slope of the larger; where both are equal, the mean of both, as automatic differentiation takes it. */
    private static Expression max(Expression a, Expression b, String x) {
        Expression sign = new Expression.Apply(Elementary.SIGN, a.sub(b));
        return of(a, x).mul(sign.add(1))
                .add(of(b, x).mul(Expression.of(1).sub(sign)))
                .div(2);
    }
}

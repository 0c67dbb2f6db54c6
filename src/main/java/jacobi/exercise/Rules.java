package jacobi.exercise;

import java.util.List;

/**
 * How an exercise is judged.
 *
 * @param checks of the value or the function; all must hold
 * @param cases a function's, printed on the card; what they expect may be left to the reference solution
 * @param hidden cases that only a grader tries, and of which no card tells
 * @param random inputs on which the reference solution is tried as well; null for none
 * @param sealed random inputs with their results, in an exercise that was handed out; empty elsewhere
 * @param gradient whether the gradient at the cases is compared with finite differences
 * @param constructs what must or must not run
 * @param byReference whether a value is to equal that of the reference solution
 * @param comparison of numbers
 */
record Rules(
        List<Check> checks,
        List<CaseCheck.Case> cases,
        List<CaseCheck.Case> hidden,
        RandomInputs random,
        List<CaseCheck.Case> sealed,
        boolean gradient,
        Constructs constructs,
        boolean byReference,
        AnswerComparison comparison) {

    boolean areEmpty() {
        return checks.isEmpty() && cases.isEmpty() && hidden.isEmpty() && random == null && !byReference;
    }
}

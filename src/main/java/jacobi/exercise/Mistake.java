package jacobi.exercise;

/** What is wrong with an answer, by which a hint is chosen; a file names one in lower case with hyphens. */
public enum Mistake {
    /** Not of the kind asked for: a text where numbers are, a value where a function is. */
    KIND,
    SHAPE,
    DTYPE,
    VALUE,
    /** The same result for different arguments. */
    CONSTANT,
    /** A property does not hold, such as an argument that must stay as it was. */
    PROPERTY,
    /** No gradient, or another one. */
    GRADIENT,
    /** A construct that had to run and did not, or the other way round. */
    CONSTRUCT,
    /** It threw, or called itself too deep, or filled the memory. */
    THREW,
    TOO_SLOW,
    /** The cell does not compile. */
    COMPILE
}

package jacobi.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter is when a call leaves it out. Notation reads it of any method of Jacobi's, as in {@code
 * x.norm(axis=1)}; from a definition (see {@link Op}) it makes the shorter forms besides.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Default {
    /** An expression of Java that needs no import. */
    String value();

    /**
     * Whether the forms that leave out others leave out this one, too: then it is given by name, or with all before and
     * after it.
     */
    boolean byName() default false;
}

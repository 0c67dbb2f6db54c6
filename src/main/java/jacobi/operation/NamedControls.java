package jacobi.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose first argument is a function and whose others stand for that function's parameters, so that a
 * call names them as they are named there: {@code interact((a, b) -> ..., a=slider(-2, 2), b=[1, 2, 3])}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NamedControls {
    /** The function that makes the argument of a parameter's name and of what was given for it. */
    String value();
}

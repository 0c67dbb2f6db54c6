package jacobi.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The function a call of another means once it gives arguments by name, as {@code print(a, b, end="")}: Java cannot
 * have both under one name where the last parameter takes any number of values.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Named {
    /** The name that is called. */
    String value();
}

package jacobi.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A definition: a static method of a package-private class that computes an operation, with its gradient beside it, and
 * whose comment, parameter names and defaults are those a student meets. The build writes every form of it from here
 * (see {@code src/build/java/OperationForms.java}; the result lies in {@code target/generated-sources/jacobi}):
 *
 * <ul>
 *   <li>the method {@code x.softmax(1)}; the receiver is the first parameter, or the one named {@code input};
 *   <li>the function {@code softmax(x, 1)}, unless the name ends in an underscore;
 *   <li>the same in place, {@code x.relu_()}, where {@link #inPlace} or {@link #loop} asks for it;
 *   <li>shorter ones that leave out parameters with a {@link Default}, and ones with numbers where {@link OrNumber}
 * allows them; parameters
 *       {@code int... size} and {@code int... shape} may be a {@code Shape}, too.
 * </ul>
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Op {
    /** The operation's name where Java or its neighbours do not allow the method to have it. */
    String value() default "";

    /** Whether tensors have the method; a package without tensors of its own has functions only. */
    boolean method() default true;

    /** Whether there is a function. */
    boolean function() default true;

    /**
     * Whether the only form is that with all parameters: notation calls it by their names, and defaults stand for what
     * is left out.
     */
    boolean byName() default false;

    /** Whether there is a method that writes the result into the tensor itself. */
    boolean inPlace() default false;

    /**
     * The constant of {@code UnaryOp} or {@code BinaryOp} whose loop is the whole operation, so that in place it needs
     * no new storage.
     */
    String loop() default "";
}

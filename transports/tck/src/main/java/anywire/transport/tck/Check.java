package anywire.transport.tck;

import anywire.transport.Guarantee;
import anywire.transport.Operation.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One check: its name is its sentence. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Check {
    /** Skipped unless all of these are promised; the first is the one that it tests. */
    Guarantee[] promises() default {};

    /** Skipped unless all of these are carried. */
    Kind[] needs() default {};
}

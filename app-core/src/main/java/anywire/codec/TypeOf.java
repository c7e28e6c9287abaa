package anywire.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component's type, taken apart the same way by every codec. */
final class TypeOf {
    private TypeOf() {}

    /** What a codec makes of each sort of type. */
    interface Forms<F> {
        /** @throws IllegalArgumentException if it is no scalar that the codec knows */
        F scalar(Class<?> type);

        F optional(F of);

        F list(F of);

        F textMap();

        F record(Class<?> type);
    }

    static <F> F form(Type type, Forms<F> forms) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? forms.record(plain) : forms.scalar(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return forms.optional(form(of[0], forms));
            }
            if (generic.getRawType() == List.class) {
                return forms.list(form(of[0], forms));
            }
            if (generic.getRawType() == Map.class && of[0] == String.class && of[1] == String.class) {
                return forms.textMap();
            }
        }
        throw unknown(type);
    }

    static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("no codec knows the type " + type.getTypeName());
    }
}

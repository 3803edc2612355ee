package weft.wire.json;

import java.util.function.Function;

/**
 * What a parser at the edge answers: a value, or the reason why there is none. Nothing that arrives throws.
 *
 * @param <T> the value's type
 */
public sealed interface Checked<T> {
    /** The bytes were what they should be. */
    record Good<T>(T value) implements Checked<T> {}

    /**
     * They were not.
     *
     * @param fault the reason, one constant per rule of the format's specification
     * @param detail for a developer's eyes: where and what, without quoting content
     */
    record Bad<T>(Fault fault, String detail) implements Checked<T> {
        /** The same reason where another type was hoped for. */
        public <U> Checked<U> as() {
            return new Bad<>(fault, detail);
        }
    }

    /** A value. */
    static <T> Checked<T> good(T value) {
        return new Good<>(value);
    }

    /** A reason. */
    static <T> Checked<T> bad(Fault fault, String detail) {
        return new Bad<>(fault, detail);
    }

    /** Goes on with the value where there is one. */
    default <U> Checked<U> then(Function<? super T, Checked<U>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T> bad -> bad.as();
        };
    }

    /** The value, for callers who made the input themselves. */
    default T orThrow() {
        return switch (this) {
            case Good<T>(T value) -> value;
            case Bad<T>(Fault fault, String detail) -> throw new IllegalStateException(fault.code() + ": " + detail);
        };
    }
}

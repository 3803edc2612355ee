package weft.practice;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * An exact number of at least 0.
 *
 * @param above the upper number
 * @param below the lower one, more than 0
 */
record Fraction(BigInteger above, BigInteger below) {
    private static final List<Integer> EVERYDAY = List.of(2, 3, 4, 8);

    static Fraction of(long above, long below) {
        return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below)).least();
    }

    Fraction least() {
        BigInteger common = above.gcd(below);
        return common.signum() == 0 ? this : new Fraction(above.divide(common), below.divide(common));
    }

    Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below)).least();
    }

    Fraction plus(Fraction other) {
        return new Fraction(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below)).least();
    }

    boolean atLeast(long whole) {
        return above.compareTo(below.multiply(BigInteger.valueOf(whole))) >= 0;
    }

    /** The next whole number, upwards. */
    BigInteger up() {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    /** As "3", "1/2" or "1 1/2", where the lower number is one that kitchens use. */
    Optional<String> written() {
        BigInteger[] parts = above.divideAndRemainder(below);
        if (parts[1].signum() == 0) {
            return Optional.of(parts[0].toString());
        }
        if (EVERYDAY.stream().noneMatch(each -> below.equals(BigInteger.valueOf(each)))) {
            return Optional.empty();
        }
        return Optional.of((parts[0].signum() == 0 ? "" : parts[0] + " ") + parts[1] + "/" + below);
    }
}
